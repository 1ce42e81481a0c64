// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/timeline/count_periods.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "common/error.h"
#include "common/index/document/terms.h"
#include "common/index/document/values.h"
#include "common/index/glass/term_list.h"
#include "common/index/glass/value_list.h"
#include "common/index/schema.h"
#include "common/search/answer/answer.h"
#include "common/search/answer/embargo.h"

namespace newsline {
namespace {

using std::chrono::sys_days;

/// Numbers of articles by the first day of each period that has some.
using Counts = std::map<sys_days, std::uint64_t>;

/// One answer before its gaps are filled.
struct Counted {
  std::uint64_t total = 0;
  Counts by_period;
};

sys_days known_day(const std::optional<sys_days>& day) {
  if (day) return *day;
  throw Error(ErrorKind::data, "the index holds a day that is damaged",
              "build it anew with newsline-index rebuild");
}

Counted counted(Request request, PeriodUnit unit, const Snapshot& database) {
  request.sort = SortOrder::relevance;
  request.offset = 0;
  request.limit = 0;
  request.relax = false;
  request.correct = false;
  request.facets = {{FacetField::day, std::numeric_limits<std::size_t>::max()}};
  const Match match = answer(request, database).match;
  Counted found{match.total, {}};
  for (const FacetCount& day : match.facets.front().counts) {
    const auto published = parse_iso8601(day.value);
    found.by_period[period_of(known_day(published ? std::optional(published->day) : std::nullopt), unit)] +=
        day.count;
  }
  return found;
}

/// Each day of the archive is a term, and knows how many articles have it, hidden ones included.
Counted whole_archive(PeriodUnit unit, std::optional<std::chrono::sys_seconds> now,
                      const Snapshot& database) {
  const std::vector<Xapian::docid> hidden = hidden_documents(database, now);
  Counted found{database.get_doccount() - hidden.size(), {}};
  const std::string prefix(schema::prefix::kDay);
  for (TermList terms(prefix, database); !terms.is_at_end(); terms.next()) {
    const sys_days day = known_day(day_of_value(form_of_term(prefix, terms.term())));
    found.by_period[period_of(day, unit)] += terms.frequency();
  }
  ValueList days(schema::slot::kDay, database);
  for (const Xapian::docid document : hidden)
    if (days.has(document)) --found.by_period[period_of(known_day(day_of_value(days.value())), unit)];
  return found;
}

std::string_view many_of(PeriodUnit unit) {
  switch (unit) {
    case PeriodUnit::day:
      return "days";
    case PeriodUnit::week:
      return "weeks";
    case PeriodUnit::month:
      return "months";
    case PeriodUnit::year:
      break;
  }
  return "years";
}

/// From the first to the last period that some answer has.
std::vector<sys_days> periods_of(const std::vector<Counted>& answers, PeriodUnit unit) {
  std::optional<sys_days> first;
  std::optional<sys_days> last;
  for (const Counted& each : answers) {
    if (each.by_period.empty()) continue;
    first = std::min(first.value_or(each.by_period.begin()->first), each.by_period.begin()->first);
    last = std::max(last.value_or(each.by_period.rbegin()->first), each.by_period.rbegin()->first);
  }
  std::vector<sys_days> periods;
  if (!first) return periods;
  for (sys_days period = *first; period <= *last; period = next_period(period, unit)) {
    if (periods.size() == kMaxPeriods) {
      throw Error(ErrorKind::usage,
                  fmt::format("from {} to {} are more than {} {}", iso8601(*first), iso8601(*last),
                              kMaxPeriods, many_of(unit)),
                  "take longer periods, or narrow the question, as by after:1900");
    }
    periods.push_back(period);
  }
  return periods;
}

TimelineCounts laid_out(const Counted& counted, const std::vector<sys_days>& periods) {
  TimelineCounts counts;
  counts.total = counted.total;
  counts.undated = counted.total;
  for (const auto& [period, count] : counted.by_period) counts.undated -= count;
  for (const sys_days period : periods) {
    const auto found = counted.by_period.find(period);
    counts.by_period.push_back(found == counted.by_period.end() ? 0 : found->second);
  }
  return counts;
}

}  // namespace

Timeline timeline(const TimelineRequest& request, const Snapshot& database) {
  assert(!request.questions.empty());
  std::vector<Counted> answers;
  for (const Request& question : request.questions) {
    answers.push_back(counted(question, request.unit, database));
  }
  Timeline made;
  made.unit = request.unit;
  made.periods = periods_of(answers, request.unit);
  made.archive = laid_out(whole_archive(request.unit, request.questions.front().now, database), made.periods);
  for (const Counted& each : answers) made.questions.push_back(laid_out(each, made.periods));
  return made;
}

}  // namespace newsline
