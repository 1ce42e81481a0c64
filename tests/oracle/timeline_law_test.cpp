// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <map>
#include <string>
#include <vector>

#include "common/error.h"
#include "common/text/fold.h"
#include "tests/oracle/asking.h"
#include "tests/oracle/indexed_world.h"
#include "tests/oracle/model.h"
#include "tests/support/effort.h"
#include "tests/text/random_text.h"

/// Timelines against counting every article by what the C library calls its day.
namespace newsline::oracle {
namespace {

constexpr std::size_t kWorlds = test::effort(20);
constexpr std::size_t kQueriesOfWorld = 50;
constexpr std::array kUnits = {PeriodUnit::day, PeriodUnit::week, PeriodUnit::month, PeriodUnit::year};
using std::chrono::sys_days;

/// As strftime() names the period of a day.
std::string name_of(sys_days day, PeriodUnit unit) {
  const std::time_t seconds = std::time_t{day.time_since_epoch().count()} * 86400;
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  const std::array formats = {"%Y-%m-%d", "%G-W%V", "%Y-%m", "%Y"};
  std::array<char, 32> text{};
  const std::size_t size =
      std::strftime(text.data(), text.size(), formats.at(static_cast<std::size_t>(unit)), &parts);
  const std::string name(text.data(), size);
  const std::size_t digits = std::min(name.find('-'), name.size());
  return std::string(4 - digits, '0') + name;  // of years before 1000
}

/// One answer: numbers by period, in order; what has no date is under "".
using Counted = std::map<std::string, std::uint64_t>;

Counted counted(const Matches& matches, PeriodUnit unit) {
  Counted counts;
  for (const Reading* reading : matches) {
    const auto& published = reading->article.published;
    ++counts[published ? name_of(published->day, unit) : std::string()];
  }
  return counts;
}

std::uint64_t count_in(const Counted& counts, const std::string& period) {
  const auto found = counts.find(period);
  return found == counts.end() ? 0 : found->second;
}

/// Every period from the first to the last day of these articles, by looking at each day between.
std::vector<std::string> periods_of(const std::vector<Matches>& answers, PeriodUnit unit) {
  std::vector<sys_days> days;
  for (const Matches& matches : answers) {
    for (const Reading* reading : matches) {
      if (reading->article.published) days.push_back(reading->article.published->day);
    }
  }
  std::vector<std::string> names;
  if (days.empty()) return names;
  const auto [first, last] = std::minmax_element(days.begin(), days.end());
  for (sys_days day = *first; day <= *last; day += std::chrono::days(1)) {
    std::string name = name_of(day, unit);
    if (names.empty() || names.back() != name) names.push_back(std::move(name));
  }
  return names;
}

void check_counts(const TimelineCounts& found, const Matches& expected,
                  const std::vector<std::string>& periods, PeriodUnit unit) {
  const Counted counts = counted(expected, unit);
  REQUIRE(found.total == expected.size());
  REQUIRE(found.undated == count_in(counts, ""));
  std::vector<std::uint64_t> by_period;
  by_period.reserve(periods.size());
  for (const std::string& period : periods) by_period.push_back(count_in(counts, period));
  REQUIRE(found.by_period == by_period);
}

bool has_tags(const Article& article, const Request& request) {
  std::size_t found = 0;
  for (const std::string& wanted : request.tags) {
    found += std::any_of(article.tags.begin(), article.tags.end(),
                         [&](const std::string& tag) { return fold(tag) == wanted; })
                 ? 1
                 : 0;
  }
  return found >= (request.any_tag ? std::min<std::size_t>(1, request.tags.size()) : request.tags.size());
}

/// A question about articles of a few years, mostly: few days lie between.
Request random_request(const std::vector<Article>& articles, RandomWorld& random) {
  QueryNode query = random.query(articles, 2);
  if (!random.one_in(60)) {
    using namespace std::chrono_literals;
    const QueryNode undated{NoneOf{{{DayRange{}, {}}}}, {}};
    const QueryNode recent{DayRange{sys_days(1969y / 12 / 1), sys_days(2025y / 12 / 31)}, {}};
    query = {AllOf{{query, random.one_in(2) ? recent : QueryNode{AnyOf{{recent, undated}}, {}}}}, {}};
  }
  Request request = whole(query);
  for (std::size_t tags = random.below(3); tags > 0; --tags) {
    const Article& article = articles[random.below(articles.size())];
    if (!article.tags.empty()) request.tags.push_back(fold(article.tags.front()));
  }
  request.any_tag = random.one_in(2);
  return request;
}

void check_timeline(Archive& archive, const Model& model, const TimelineRequest& request) {
  std::vector<Matches> answers;
  for (const Request& question : request.questions) {
    answers.push_back(model.answer(question.query));
    std::erase_if(answers.back(),
                  [&](const Reading* reading) { return !has_tags(reading->article, question); });
  }
  const std::vector<std::string> periods = periods_of(answers, request.unit);
  if (periods.size() > kMaxPeriods) {
    REQUIRE_THROWS_WITH_AS(static_cast<void>(archive.timeline(request)),
                           doctest::Contains("are more than 100000"), Error);
    return;
  }
  const Timeline found = archive.timeline(request);
  std::vector<std::string> names;
  for (const sys_days period : found.periods) names.push_back(period_name(period, request.unit));
  REQUIRE(names == periods);
  check_counts(found.archive, model.answer({Everything{}, {}}), periods, request.unit);
  REQUIRE(found.questions.size() == answers.size());
  for (std::size_t i = 0; i < answers.size(); ++i) {
    check_counts(found.questions[i], answers[i], periods, request.unit);
  }
}

TEST_SUITE("oracle") {
  TEST_CASE("timelines of several questions are those of counting every article") {
    const std::uint64_t seed = test::run_seed();
    MESSAGE("NEWSLINE_SEED=" << seed);
    for (std::size_t number = 0; number < kWorlds; ++number) {
      IndexedWorld world(seed + number);
      if (number % 2 == 1) world.change();
      Archive archive(world.index());
      const std::vector<Article> articles = world.articles();
      const Model model(articles);
      for (std::size_t i = 0; i < kQueriesOfWorld; ++i) {
        TimelineRequest request{{}, kUnits.at(world.random.below(kUnits.size()))};
        for (std::size_t questions = 1 + world.random.below(3); questions > 0; --questions) {
          request.questions.push_back(random_request(articles, world.random));
        }
        CAPTURE(seed);
        CAPTURE(number);
        CAPTURE(describe(request.questions.front().query));
        check_timeline(archive, model, request);
      }
    }
  }
}

}  // namespace
}  // namespace newsline::oracle
