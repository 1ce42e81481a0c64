// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "common/article/article_json.h"
#include "common/article/formats.h"
#include "common/text/fold.h"
#include "tests/extraction/page_set.h"
#include "tests/extraction/shingles.h"

/// Scores what the reader of web pages takes out of pages whose articles are known.
namespace newsline::extraction {
namespace {

constexpr std::string_view kUsage =
    "usage: newsline-extraction [--found FILE] FOLDER...\n"
    "Each FOLDER has true.jsonl (id, title, published, body) and test-pages/ID/source.html or "
    "pages/ID.html.\n"
    "With --found, what was taken out is also written to FILE, an article a line under its page's id.\n";

Article article_in(const std::string& file) {
  auto opened = open_reader({file, "pages"});
  auto* const reader = std::get_if<std::unique_ptr<Reader>>(&opened);
  if (reader == nullptr) return {};
  auto reading = (*reader)->next();
  if (!reading || !std::holds_alternative<ReadArticle>(*reading)) return {};
  return std::get<ReadArticle>(std::move(*reading)).article;
}

std::string joined_words(std::string_view text) {
  return fmt::format("{}", fmt::join(plain_words(fold(text)), " "));
}

/// Equal as words; or the site's name and the like are missing: parts that a divider sets off at one end.
enum class TitleMatch { none, without_site, equal };
TitleMatch match_titles(std::string_view truth, std::string_view found) {
  const std::string given = joined_words(found);
  if (joined_words(truth) == given) return TitleMatch::equal;
  for (const std::string_view divider : {" - ", " \u2013 ", " \u2014 ", " \u00B7 ", "|", "_"}) {
    for (auto at = truth.find(divider); at != std::string_view::npos; at = truth.find(divider, at + 1)) {
      const bool is_part = joined_words(truth.substr(0, at)) == given ||
                           joined_words(truth.substr(at + divider.size())) == given;
      if (is_part && !given.empty()) return TitleMatch::without_site;
    }
  }
  return TitleMatch::none;
}

struct Sums {
  Overlap overlap;
  std::vector<double> f1s;
  std::size_t titles = 0;
  std::size_t equal_titles = 0;
  std::size_t near_titles = 0;
  std::size_t dates = 0;
  std::size_t right_dates = 0;

  void add(const TruePage& page, const Article& found) {
    const Overlap one = extraction::overlap(page.body, found.body);
    overlap.precision += one.precision;
    overlap.recall += one.recall;
    f1s.push_back(f1(one));
    if (!page.title.empty()) {
      const TitleMatch match = match_titles(page.title, found.title);
      ++titles;
      if (match == TitleMatch::equal) ++equal_titles;
      if (match != TitleMatch::none) ++near_titles;
    }
    if (page.published) {
      ++dates;
      if (found.published && found.published->day == page.published->day) ++right_dates;
    }
  }
};

void print(const std::string& folder, Sums sums) {
  const auto pages = static_cast<double>(sums.f1s.size());
  const Overlap mean{sums.overlap.precision / pages, sums.overlap.recall / pages};
  std::sort(sums.f1s.begin(), sums.f1s.end());
  fmt::print(
      "{}\n  pages {}  precision {:.4f}  recall {:.4f}  F1 {:.4f}  median of the pages' F1 {:.4f}\n"
      "  titles equal {} of {}, equal but for the site at one end {}; days of publication right {} of {}\n",
      folder, sums.f1s.size(), mean.precision, mean.recall, f1(mean), sums.f1s[sums.f1s.size() / 2],
      sums.equal_titles, sums.titles, sums.near_titles, sums.right_dates, sums.dates);
}

void measure(const std::string& folder, std::ofstream& found) {
  Sums sums;
  for (const TruePage& page : page_set(folder)) {
    const Article article = article_in(page.file);
    sums.add(page, article);
    if (!found.is_open()) continue;
    auto line = nlohmann::ordered_json::parse(to_json(article));
    line["id"] = page.id;
    found << line.dump() << '\n';
  }
  if (sums.f1s.empty()) throw std::runtime_error(folder + ": there are no pages");
  print(folder, sums);
}

int run(std::vector<std::string> arguments) {
  std::ofstream found;
  if (arguments.size() > 1 && arguments.front() == "--found") {
    found.open(arguments[1]);
    if (!found) throw std::runtime_error("cannot write " + arguments[1]);
    arguments.erase(arguments.begin(), arguments.begin() + 2);
  }
  if (arguments.empty() || arguments.front().starts_with("-")) {
    std::fputs(kUsage.data(), stderr);
    return 2;
  }
  for (const std::string& folder : arguments) measure(folder, found);
  if (found.is_open() && !found.flush()) throw std::runtime_error("cannot write what was found");
  return 0;
}

}  // namespace
}  // namespace newsline::extraction

int main(int count, char** arguments) {
  try {
    return newsline::extraction::run({arguments + 1, arguments + count});
  } catch (const std::exception& error) {
    fmt::print(stderr, "newsline-extraction: {}\n", error.what());
    return 1;
  }
}
