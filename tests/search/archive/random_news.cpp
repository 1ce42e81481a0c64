// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/search/archive/random_news.h"

#include <array>
#include <string>
#include <string_view>

namespace newsline::test {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr auto kWords = std::to_array<std::string_view>(
    {"grain", "grains", "rye", "wheat", "deal", "Կիև", "зерно", "总理", "ship", "shipping"});
constexpr auto kForms = std::to_array<std::string_view>(
    {"grain", "grains", "rye", "wheat", "deal", "կիեւ", "зерно", "总理", "ship", "oats"});
constexpr auto kStems = std::to_array<std::string_view>({"gra", "ship", "կի", "зер", "w", "oa"});
constexpr auto kNames = std::to_array<std::string_view>({"CSTO", "csto", "Csto", "Armenia", "Café", "Հայք"});
constexpr auto kFoldedNames = std::to_array<std::string_view>({"csto", "armenia", "café", "հայք", "nobody"});

template <typename Table>
std::string one_of(const Table& table, RandomText& random) {
  return std::string(table[random.below(table.size())]);
}

std::string sentence(std::size_t most_words, RandomText& random) {
  std::string text;
  for (std::size_t left = 1 + random.below(most_words); left > 0; --left)
    text += one_of(kWords, random) + " ";
  text.back() = '.';
  return text;
}

sys_days some_day(RandomText& random) {
  return sys_days{std::chrono::year{2023} / 12 / 20} + days{random.below(30)};
}

std::optional<Published> some_time(RandomText& random) {
  if (random.below(4) == 0) return std::nullopt;
  Published published{.day = some_day(random)};
  if (random.below(2) == 0) published.time = std::chrono::seconds{random.below(4) * 20000};
  if (published.time) published.zone = std::chrono::minutes{static_cast<int>(random.below(3)) * 240 - 240};
  return published;
}

std::vector<std::string> some_names(RandomText& random) {
  std::vector<std::string> names;
  for (std::size_t left = random.below(3); left > 0; --left) names.push_back(one_of(kNames, random));
  return distinct_names(names);
}

QueryNode node_of(decltype(QueryNode::meaning) meaning) { return {std::move(meaning), {}}; }

WordField some_field(RandomText& random) { return random.below(4) == 0 ? WordField::title : WordField::text; }

QueryNode some_text(RandomText& random) {
  const WordField field = some_field(random);
  if (random.below(6) == 0) return node_of(Prefix{one_of(kStems, random), field});
  if (random.below(6) == 0) {
    Near near{{}, static_cast<std::uint32_t>(1 + random.below(4))};
    for (int part = 0; part < 2; ++part)
      near.parts.push_back({.forms = {one_of(kForms, random)}, .field = field});
    return node_of(near);
  }
  Words words{.forms = {one_of(kForms, random)}, .field = field};
  while (random.below(4) == 0) words.forms.push_back(one_of(kForms, random));
  return node_of(words);
}

QueryNode some_filter(RandomText& random) {
  switch (random.below(5)) {
    case 0: {
      DayRange range;
      if (random.below(4) != 0) range.first = some_day(random);
      if (random.below(4) != 0) range.last = some_day(random);
      return node_of(range);
    }
    case 1:
      return node_of(
          DayRange{sys_days{std::chrono::year{2024} / 1 / 1}, sys_days{std::chrono::year{2024} / 1 / 31}});
    case 2: {
      ReadsRange range;
      if (random.below(4) != 0) range.least = random.below(500);
      if (random.below(4) != 0) range.most = random.below(500);
      return node_of(range);
    }
    case 3:
      return node_of(Everything{});
    default: {
      constexpr auto kFields =
          std::to_array({NameField::tag, NameField::author, NameField::source, NameField::section});
      return node_of(Named{kFields[random.below(kFields.size())], one_of(kFoldedNames, random)});
    }
  }
}

}  // namespace

std::vector<Article> random_articles(std::size_t count, RandomText& random) {
  std::vector<Article> articles(count);
  for (std::size_t number = 0; number < count; ++number) {
    Article& article = articles[number];
    article.id = std::string(1, static_cast<char>('A' + random.below(50))) + std::to_string(number);
    if (random.below(8) != 0) article.title = sentence(4, random);
    if (random.below(8) != 0) article.body = sentence(12, random) + "\n" + sentence(6, random);
    article.published = some_time(random);
    if (random.below(3) != 0) article.reads = random.below(6) * 70;
    article.tags = some_names(random);
    article.authors = some_names(random);
    if (random.below(3) != 0) article.source = one_of(kNames, random);
    if (random.below(3) != 0) article.section = one_of(kNames, random);
    if (random.below(3) != 0) article.language = random.below(2) == 0 ? "hy" : "en";
  }
  return articles;
}

QueryNode random_tree(std::size_t depth, RandomText& random) {
  if (depth == 0 || random.below(4) == 0)
    return random.below(3) == 0 ? some_filter(random) : some_text(random);
  std::vector<QueryNode> parts;
  for (std::size_t left = 1 + random.below(3); left > 0; --left)
    parts.push_back(random_tree(depth - 1, random));
  switch (random.below(4)) {
    case 0:
      return node_of(AnyOf{std::move(parts)});
    case 1:
      return node_of(NoneOf{std::move(parts)});
    default:
      return node_of(AllOf{std::move(parts)});
  }
}

}  // namespace newsline::test
