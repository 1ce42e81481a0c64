// SPDX-License-Identifier: GPL-3.0-or-later
// newsline-bench-json FILE [ROUNDS]: how fast JSON Lines are read, by our reader and by two libraries for the
// same fields.
#include <simdjson.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "common/article/file/input.h"
#include "common/article/json/lines_reader.h"
#include "common/error.h"

namespace {

constexpr const char* kTexts[] = {"id", "title", "published", "lang", "url", "body"};

/// The whole file in memory, decompressed, and where its lines are.
struct Lines {
  std::string text;
  std::vector<std::string_view> all;
};

Lines lines_of(const char* path) {
  constexpr std::size_t kMostBytes = std::size_t{2} << 30;
  Lines lines{newsline::Input(path).rest(kMostBytes).value(), {}};
  std::string_view rest = lines.text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    if (end > 0) lines.all.push_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return lines;
}

/// Bytes of text in the fields of a line, so that they are read and all agree on them.
std::size_t fields_by_nlohmann(std::string_view line) {
  const auto record = nlohmann::json::parse(line);
  std::size_t bytes = 0;
  for (const char* key : kTexts) {
    const auto field = record.find(key);
    if (field != record.end() && field->is_string()) bytes += field->get<std::string>().size();
  }
  const auto tags = record.find("tags");
  if (tags == record.end()) return bytes;
  for (const auto& tag : *tags) bytes += tag.get<std::string>().size();
  return bytes;
}

std::size_t fields_by_simdjson(simdjson::dom::parser& parser, std::string_view line) {
  const simdjson::dom::element record = parser.parse(line.data(), line.size());
  std::size_t bytes = 0;
  for (const char* key : kTexts) {
    std::string_view text;
    if (record[key].get(text) == simdjson::SUCCESS) bytes += std::string(text).size();
  }
  simdjson::dom::array tags;
  if (record["tags"].get(tags) != simdjson::SUCCESS) return bytes;
  for (const simdjson::dom::element tag : tags) bytes += std::string(std::string_view(tag)).size();
  return bytes;
}

std::size_t fields_by_us(const newsline::Reading& reading) {
  const auto& article = std::get<newsline::ReadArticle>(reading).article;
  return article.title.size() + article.body.size();
}

/// The best of some rounds.
template <typename Round>
void measure(const char* name, const Lines& lines, int rounds, Round round) {
  double best_seconds = 1e9;
  std::size_t bytes = 0;
  for (int count = 0; count < rounds; ++count) {
    const auto begin = std::chrono::steady_clock::now();
    bytes = round();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    best_seconds = std::min(best_seconds, took.count());
  }
  std::printf("%-36s %8.1f MB/s  %7.1f ms  (%zu bytes of fields)\n", name,
              static_cast<double>(lines.text.size()) / 1e6 / best_seconds, best_seconds * 1e3, bytes);
}

template <typename Fields>
std::size_t sum_over(const Lines& lines, Fields fields) {
  std::size_t bytes = 0;
  for (const std::string_view line : lines.all) bytes += fields(line);
  return bytes;
}

void run(const char* path, int rounds) {
  const Lines lines = lines_of(path);
  std::printf("%zu lines, %.1f MB, best of %d\n", lines.all.size(),
              static_cast<double>(lines.text.size()) / 1e6, rounds);
  measure("nlohmann, the fields", lines, rounds, [&] { return sum_over(lines, fields_by_nlohmann); });
  simdjson::dom::parser parser;
  measure("simdjson, the fields", lines, rounds, [&] {
    return sum_over(lines, [&](std::string_view line) { return fields_by_simdjson(parser, line); });
  });
  const std::string file = path;
  measure("our reader, whole articles, with file", lines, rounds, [&] {
    const auto reader = newsline::json_lines_reader(newsline::Input(file), {file, "bench"});
    std::size_t bytes = 0;
    while (const auto reading = reader->next()) bytes += fields_by_us(*reading);
    return bytes;
  });
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2 || argc > 3) {
    std::fprintf(stderr, "usage: %s FILE [ROUNDS]\n", argv[0]);
    return 2;
  }
  try {
    run(argv[1], argc == 3 ? std::max(1, std::atoi(argv[2])) : 5);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 65;
  }
  return 0;
}
