// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/oracle/random_world.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <string_view>
#include <utility>

#include "common/search/query/parse_query.h"
#include "common/text/fold.h"

namespace newsline::oracle {
namespace {

using namespace std::chrono_literals;

/// Words in many scripts; neighbours in a line are often one word written in several ways.
constexpr auto kWords = std::to_array<std::string_view>({
    "dam",
    "Dam",
    "DAM",
    "dams",
    "damage",
    "the",
    "the",
    "of",
    "water",
    "U.S.",
    "US",
    "us",
    "e-mail",
    "mail",
    "O'Brien",
    "Brien",
    "3.5",
    "2024",
    "1,487",
    "Straße",
    "STRASSE",
    "strasse",
    "café",
    "cafe\u0301",
    "İzmir",
    "izmir",
    "ışık",
    "Bakıda",
    "Bakı",
    "Əliyev",
    "əliyev",
    "вода",
    "Вода",
    "воды",
    "ёлка",
    "елка",
    "пам'ять",
    "память",
    "Երևան",
    "Երեւան",
    "Երևանում",
    "Ի՞նչ",
    "ինչ",
    "ջուր",
    "წყალი",
    "ᲬᲧᲐᲚᲘ",
    "წყლის",
    "ماء",
    "مَاءٌ",
    "مـاء",
    "الماء",
    "水",
    "大坝",
    "大坝附近",
    "亚美尼亚总理",
    "总理",
    "น้ำ",
    "เขื่อนน้ำ",
    "ダム",
    "ﾀﾞﾑ",
    "댐",
    "שָׁלוֹם",
    "שלום",
    "צה\"ל",
    "#dam",
    "x@dam.am",
    "ﬁnal",
    "final",
    "😀",
    "dam_wall",
});
constexpr auto kBetween = std::to_array<std::string_view>(
    {" ", " ", " ", " ", " ", " ", ", ", ". ", "\n", "\n\n", "-", "\u00A0", " — ", "", "/", " \t"});
constexpr auto kTags = std::to_array<std::string_view>({"Armenia",
                                                        "armenia",
                                                        "ARMENIA",
                                                        "Foreign  Policy",
                                                        "foreign policy",
                                                        "Straße",
                                                        "strasse",
                                                        "Հայաստան",
                                                        "Россия",
                                                        "россия",
                                                        "水",
                                                        "C#",
                                                        "a:b",
                                                        "İzmir",
                                                        "x\"y",
                                                        "dam",
                                                        "Dam",
                                                        "water",
                                                        "news",
                                                        "Z",
                                                        "z",
                                                        "éa"});
constexpr auto kAuthors =
    std::to_array<std::string_view>({"Ani Petrosyan", "ANI PETROSYAN", "J. Doe", "j. doe", "Анна Ли"});
constexpr auto kSources = std::to_array<std::string_view>({"", "Gazette", "gazette", "GAZETTE", "Die Post"});
constexpr auto kSections = std::to_array<std::string_view>({"", "", "World", "world", "Économie"});
constexpr auto kLanguages = std::to_array<std::string_view>({"", "en", "en-gb", "hy", "hy-am", "zh", "e"});
constexpr auto kDays = std::to_array<std::chrono::sys_days>(
    {1y / 1 / 1, 987y / 12 / 31, 1969y / 12 / 31, 1970y / 1 / 1, 2023y / 12 / 31, 2024y / 1 / 1,
     2024y / 2 / 29, 2024y / 3 / 1, 2024y / 3 / 12, 2024y / 3 / 31, 2024y / 12 / 31, 2025y / 1 / 1,
     9999y / 12 / 31});
constexpr auto kReads =
    std::to_array<std::uint64_t>({0, 1, 99, 100, 101, 255, 256, 65535, 65536, UINT64_MAX - 1, UINT64_MAX});

}  // namespace

RandomWorld::RandomWorld(std::uint64_t seed) : engine_(seed) {}

std::size_t RandomWorld::below(std::size_t bound) {
  return std::uniform_int_distribution<std::size_t>(0, bound - 1)(engine_);
}

template <typename Pool>
std::vector<std::string> RandomWorld::names(const Pool& pool, std::size_t most) {
  std::vector<std::string> some;
  for (std::size_t count = below(most + 1); count > 0; --count) some.push_back(pick(pool));
  return distinct_names(std::move(some));
}

std::string RandomWorld::word() {
  // Low numbers are likelier: some words are in most articles, some in few.
  return std::string(kWords[std::min(below(kWords.size()), below(kWords.size()))]);
}

std::string RandomWorld::text(std::size_t most_words) {
  std::string made;
  for (std::size_t count = below(most_words + 1); count > 0; --count) made += word() + pick(kBetween);
  return made;
}

Article RandomWorld::article(std::size_t number) {
  Article made;
  made.id = (one_in(2) ? "https://example.org/" : "/a/B") + std::to_string(number);
  made.title = text(8);
  std::replace(made.title.begin(), made.title.end(), '\n', ' ');
  if (!one_in(5)) {
    Published published{.day = kDays[below(kDays.size())]};
    if (one_in(2)) published.time = std::chrono::seconds(below(4) * 21600);
    if (published.time && one_in(2)) published.zone = std::chrono::minutes(below(5) * 240) - 480min;
    made.published = published;
  }
  if (!one_in(4)) made.reads = kReads[below(kReads.size())];
  made.language = pick(kLanguages);
  made.tags = names(kTags, 5);
  made.authors = names(kAuthors, 2);
  made.source = pick(kSources);
  made.section = pick(kSections);
  made.body = text(one_in(8) ? 300 : 30);
  if (one_in(3)) made.summary = one_in(2) ? text(8) : made.body.substr(0, made.body.find('\n'));
  return made;
}

std::string RandomWorld::form() {
  for (;;) {
    const std::string text = word();
    const auto tokens = tokenizer_.tokens(text);
    if (!tokens.empty()) return std::string(tokens[below(tokens.size())].form);
  }
}

std::vector<std::string> RandomWorld::phrase(const std::vector<Article>& articles) {
  std::vector<std::string> forms;
  const Article& article = articles[below(articles.size())];
  const std::string& text = one_in(3) ? article.title : article.body;
  const auto tokens = tokenizer_.tokens(text);
  if (tokens.empty()) return {form()};
  const std::size_t start = below(tokens.size());
  const std::size_t end = std::min(tokens.size(), start + 1 + below(one_in(8) ? 20 : 3));
  for (std::size_t i = start; i < end; ++i) forms.emplace_back(tokens[i].form);
  // Spoilt now and then, or one and the same word twice.
  if (one_in(6)) forms[below(forms.size())] = form();
  if (one_in(10)) forms.push_back(forms.back());
  return forms;
}

Words RandomWorld::words(const std::vector<Article>& articles) {
  Words made{.forms = {form()}, .field = field(), .quoted = one_in(3)};
  if (one_in(2)) made.forms = phrase(articles);
  if (one_in(6)) made.repeats = 2;
  return made;
}

Prefix RandomWorld::prefix() {
  const std::string whole = form();
  std::size_t bytes = 1 + below(whole.size());
  while (bytes < whole.size() && (static_cast<unsigned char>(whole[bytes]) & 0xC0U) == 0x80) ++bytes;
  return {whole.substr(0, bytes), field()};
}

Near RandomWorld::near(const std::vector<Article>& articles) {
  constexpr auto kDistances = std::to_array<std::uint32_t>({1, 1, 2, 3, 5, 10, kMaxNearDistance});
  Near made{{}, kDistances[below(kDistances.size())]};
  const WordField where = field();
  std::vector<std::string> forms = phrase(articles);
  while (forms.size() < 2) forms.push_back(one_in(4) ? forms.front() : form());
  forms.resize(std::min<std::size_t>(forms.size(), 4));
  std::shuffle(forms.begin(), forms.end(), engine_);
  for (std::string& one : forms) made.parts.push_back({.forms = {std::move(one)}, .field = where});
  return made;
}

Named RandomWorld::named(const std::vector<Article>& articles) {
  switch (below(6)) {
    case 0:
      return {NameField::author, fold(pick(kAuthors))};
    case 1:
      return {NameField::source, fold(pick(kSources) + "Gazette").substr(0, 7)};
    case 2:
      return {NameField::section, fold(pick(kSections) + "World").substr(0, 5)};
    case 3:
      return {NameField::language, one_in(4) ? "en" : "hy-am"};
    case 4:
      return {NameField::id, articles[below(articles.size())].id};
    default:
      return {NameField::tag, fold(pick(kTags))};
  }
}

DayRange RandomWorld::days() {
  DayRange range;
  if (!one_in(4)) range.first = kDays[below(kDays.size())];
  if (!one_in(4)) range.last = kDays[below(kDays.size())];
  if (one_in(4)) range = {2024y / 3 / 1, 2024y / 3 / 31};
  if (one_in(8)) range = {2024y / 1 / 1, 2024y / 12 / 31};
  if (range.first && range.last && *range.first > *range.last) std::swap(range.first, range.last);
  return range;
}

ReadsRange RandomWorld::reads() {
  ReadsRange range;
  if (!one_in(4)) range.least = kReads[below(kReads.size())];
  if (!one_in(4)) range.most = kReads[below(kReads.size())];
  if (range.least && range.most && *range.least > *range.most) std::swap(range.least, range.most);
  return range;
}

QueryNode RandomWorld::leaf(const std::vector<Article>& articles) {
  switch (below(12)) {
    case 0:
      return {prefix(), {}};
    case 1:
      return {near(articles), {}};
    case 2:
    case 3:
      return {named(articles), {}};
    case 4:
      return {days(), {}};
    case 5:
      return {reads(), {}};
    case 6:
      return {Everything{}, {}};
    default:
      return {words(articles), {}};
  }
}

std::vector<QueryNode> RandomWorld::parts(const std::vector<Article>& articles, std::size_t depth) {
  std::vector<QueryNode> some;
  for (std::size_t count = 1 + below(3); count > 0; --count) some.push_back(query(articles, depth - 1));
  return some;
}

QueryNode RandomWorld::query(const std::vector<Article>& articles, std::size_t depth) {
  if (depth == 0 || one_in(4)) return leaf(articles);
  switch (below(5)) {
    case 0:
      return {NoneOf{parts(articles, depth)}, {}};
    case 1:
    case 2:
      return {AnyOf{parts(articles, depth)}, {}};
    default:
      return {AllOf{parts(articles, depth)}, {}};
  }
}

}  // namespace newsline::oracle
