// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/trial/content.h"

#include <fmt/format.h>

#include <stdexcept>
#include <variant>
#include <vector>

#include "common/article/article_json.h"
#include "common/search/archive.h"
#include "common/search/query/parse_query.h"

namespace newsline::fault {
namespace {

constexpr int kQuestions = 50;

/// Words, phrases, fields, ranges, prefixes and what is left out, in all orders.
std::string question(int number) {
  switch (number % 10) {
    case 0:
      return fmt::format("story {}", number);
    case 1:
      return fmt::format("\"story {}\"", number);
    case 2:
      return fmt::format("word{} OR word{}", number % 23, number % 19);
    case 3:
      return fmt::format("tag:t{}", number % 7);
    case 4:
      return fmt::format("story -word{}", number % 11);
    case 5:
      return fmt::format("word{}*", number % 3);
    case 6:
      return fmt::format("word{} word{} version", number % 23, (number * number) % 23);
    case 7:
      return fmt::format("\"follows word{}\"", number % 23);
    case 8:
      return fmt::format("title:version tag:t{}", number % 5);
    default:
      return "before common";
  }
}

std::string answer(Archive& archive, int number) {
  const std::string asked = question(number);
  const auto parsed = parse_query(asked, {});
  if (!std::holds_alternative<QueryNode>(parsed)) throw std::logic_error("no question: " + asked);
  Request request;
  request.query = std::get<QueryNode>(parsed);
  request.sort = static_cast<SortOrder>(number % 4);
  request.limit = 20;
  request.facets.push_back({FacetField::tag, 20});
  const Page page = archive.search(request);
  std::string text = fmt::format("{}: {}{}\n", asked, page.total, page.partial ? " partial" : "");
  for (const Hit& hit : page.hits)
    text += fmt::format("  {} {:.6f} {} {}\n", hit.id, hit.score, hit.title.text, hit.snippet.text);
  for (const FacetCount& tag : page.facets.at(0).counts)
    text += fmt::format("  {} {}\n", tag.value, tag.count);
  return text;
}

std::map<std::string, std::string> articles_in(Archive& archive) {
  std::map<std::string, std::string> articles;
  archive.for_each_article([&](const Article& article) {
    articles[article.id] += to_json(article);
    return true;
  });
  return articles;
}

}  // namespace

Content content_of(const std::string& index) {
  Archive archive(index);
  Content content{articles_in(archive), {}};
  for (int number = 0; number < kQuestions; ++number) content.answers += answer(archive, number);
  return content;
}

std::map<std::string, std::string> articles_of(const std::string& index) {
  Archive archive(index);
  return articles_in(archive);
}

}  // namespace newsline::fault
