// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/article/summary.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "common/article/json/lines_reader.h"
#include "common/article/page/reader.h"

namespace newsline::test {
namespace {

void add(std::string& line, char name, std::string value) {
  if (value.empty()) return;
  std::replace(value.begin(), value.end(), '\n', '/');
  if (!line.empty()) line += ' ';
  line += name;
  line += '<' + value + '>';
}

std::string joined(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ";") + name;
  return all;
}

}  // namespace

std::string summary(const Reading& reading) {
  if (const auto* rejection = std::get_if<Rejection>(&reading)) return "rejected: " + rejection->reason;
  const Article& article = std::get<ReadArticle>(reading).article;
  std::string line;
  add(line, 'T', article.title);
  add(line, 'D', article.published ? iso8601(*article.published) : "");
  add(line, 'R', article.reads ? std::to_string(*article.reads) : "");
  add(line, 'K', joined(article.tags));
  add(line, 'B', article.body);
  return line;
}

std::string summary_of_page(std::string_view page) { return summary(read_page(page, context())); }

std::string summary_of_json(std::string_view line) { return summary(read_json_line(line, 1, context())); }

Article article_of(const Reading& reading) {
  const auto* read = std::get_if<ReadArticle>(&reading);
  REQUIRE(read != nullptr);
  return read->article;
}

ReadContext context() { return {"/news/page.txt", "agency"}; }

}  // namespace newsline::test
