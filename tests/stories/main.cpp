// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "common/article/article_json.h"
#include "common/article/formats.h"
#include "tests/stories/build_time.h"
#include "tests/stories/judge.h"
#include "tests/stories/planted.h"
#include "tests/support/temporary_folder.h"

/// Plants copies among articles, and measures how many of them the index finds and what that costs.
namespace newsline::stories {
namespace {

constexpr std::string_view kUsage =
    "usage: newsline-stories FILE WITHOUT [SEED]\n"
    "       newsline-stories --build FILE\n"
    "FILE holds articles; WITHOUT is newsline-without-stories. --build prints the processor seconds of a "
    "build.\n";

constexpr std::size_t kOfEachKind = 500;

std::vector<Article> articles_in(const std::string& file) {
  auto opened = open_reader({file, ""});
  auto* const reader = std::get_if<std::unique_ptr<Reader>>(&opened);
  if (reader == nullptr) throw std::runtime_error("cannot read " + file);
  std::vector<Article> articles;
  while (auto reading = (*reader)->next()) {
    auto* const read = std::get_if<ReadArticle>(&*reading);
    if (read == nullptr) throw std::runtime_error("a rejection in " + file);
    articles.push_back(std::move(read->article));
  }
  return articles;
}

void write(const std::string& file, const std::vector<Article>& articles,
           const std::vector<Planted>& planted) {
  std::ofstream lines(file);
  for (const Article& article : articles) lines << to_json(article) << '\n';
  for (const Planted& each : planted) lines << to_json(each.article) << '\n';
  if (!lines.flush()) throw std::runtime_error("cannot write " + file);
}

void measure(const std::string& program, const std::string& file, std::uint64_t seed) {
  const TemporaryFolder folder;
  const std::vector<Article> articles = articles_in(file);
  const std::vector<Planted> planted = plant(articles, kOfEachKind, seed);
  write(folder / "articles.jsonl", articles, planted);
  build(folder / "articles.jsonl", folder / "index");
  fmt::print("{} articles, {} copies planted among them, seed {}\n", articles.size(), planted.size(), seed);
  judge(folder / "index", articles, planted);
  std::fflush(stdout);
  const std::string without = std::filesystem::path(program).replace_filename("newsline-without-stories");
  compare_times(program, without, file);
}

int run(const std::vector<std::string>& arguments) {
  if (arguments.size() == 3 && arguments[1] == "--build") {
    const TemporaryFolder folder;
    build(arguments[2], folder / "index");
    fmt::print("{:.3f}\n", processor_seconds());
    return 0;
  }
  if (arguments.size() < 2 || arguments.size() > 3 || arguments[1].starts_with("-")) {
    std::fputs(kUsage.data(), stderr);
    return 2;
  }
  measure(std::filesystem::absolute(arguments[0]), std::filesystem::absolute(arguments[1]),
          arguments.size() == 3 ? std::stoull(arguments[2]) : 1);
  return 0;
}

}  // namespace
}  // namespace newsline::stories

int main(int count, char** arguments) {
  try {
    return newsline::stories::run({arguments, arguments + count});
  } catch (const std::exception& error) {
    fmt::print(stderr, "newsline-stories: {}\n", error.what());
    return 1;
  }
}
