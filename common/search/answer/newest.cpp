// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/answer/newest.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/index/document/terms.h"
#include "common/index/document/values.h"
#include "common/index/schema.h"
#include "common/search/answer/order.h"

namespace newsline {
namespace {

/// Below this, sorting all matches takes less than choosing what to sort.
constexpr Xapian::doccount kFewMatches = 2000;
constexpr std::uint64_t kFewDocuments = 1000;  ///< to begin with
constexpr std::uint64_t kGrowth = 4;           ///< of the documents that are looked at, from try to try

/// The latest part of an archive.
struct Window {
  std::vector<std::string> terms;  ///< of months and days
  std::chrono::sys_days first;     ///< day, as written
};

struct Period {
  std::string term;
  Xapian::doccount documents = 0;
};

std::vector<Period> periods(const Xapian::Database& database, const std::string& prefix) {
  std::vector<Period> all;
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    all.push_back({*term, term.get_termfreq()});
  }
  return all;
}

/// `M202403` as `D202403`, with which the terms of its days begin.
std::string days_of(std::string_view month) {
  return std::string(schema::prefix::kDay) + std::string(form_of_term(schema::prefix::kMonth, month));
}

/// The day of a term of a day, or the first of that of a month.
std::optional<std::chrono::sys_days> first_day(std::string_view term) {
  std::string digits(form_of_term(term.substr(0, 1), term));
  if (term.starts_with(schema::prefix::kMonth)) digits += "01";
  return day_of_value(digits);
}

/// Whether all documents of a period come before this place.
bool is_passed(const Period& period, const Behind* behind) {
  if (behind == nullptr) return false;
  const auto day = first_day(period.term);
  return day && newest_key(Published{*day - std::chrono::days(1), {}, {}}, "") <= behind->key();
}

/// The latest days and months behind a place that hold so many documents; nothing where that would be all of
/// them.
std::optional<Window> latest(const Xapian::Database& database, const std::vector<Period>& months,
                             std::uint64_t least, const Behind* behind) {
  Window window;
  std::uint64_t documents = 0;
  const auto take = [&](const Period& period) {
    const auto day = first_day(period.term);
    if (!day) return false;
    window.first = *day;
    window.terms.push_back(period.term);
    documents += period.documents;
    return documents >= least;
  };
  for (auto month = months.rbegin(); month != months.rend(); ++month) {
    if (is_passed(*month, behind)) continue;
    if (documents + month->documents <= 2 * least) {
      if (take(*month)) return window;
      continue;
    }
    const std::vector<Period> days = periods(database, days_of(month->term));
    for (auto day = days.rbegin(); day != days.rend(); ++day) {
      if (!is_passed(*day, behind) && take(*day)) return window;
    }
  }
  return std::nullopt;
}

/// Whether a document comes before all outside the window. These were published before the window's first day
/// in a zone that is less than a day away from UTC.
bool comes_first(const std::string& key, const Window& window) {
  const std::string last = newest_key(Published{window.first + std::chrono::days(1), {}, {}}, "");
  return !is_undated(key) && key.compare(0, last.size(), last) <= 0;
}

Xapian::MSet sorted(const Xapian::Query& query, const Xapian::Database& database, Xapian::doccount offset,
                    Xapian::doccount limit, const Behind* behind) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  const auto keys = set_order(enquire, SortOrder::newest);
  return enquire.get_mset(offset, limit, 0, nullptr, behind);
}

}  // namespace

Xapian::MSet newest_first(const Xapian::Query& query, const Xapian::Database& database,
                          Xapian::doccount total, Xapian::doccount offset, Xapian::doccount limit,
                          const Behind* behind) {
  const std::uint64_t all = database.get_doccount();
  const std::uint64_t end = std::uint64_t{offset} + limit;
  if (total <= kFewMatches || limit == 0 || end > total || (behind != nullptr && is_undated(behind->key()))) {
    return sorted(query, database, offset, limit, behind);
  }

  const std::vector<Period> months = periods(database, std::string(schema::prefix::kMonth));
  // Matches may be spread unevenly: twice as many documents as would do if they were not.
  for (std::uint64_t least = std::max(kFewDocuments, 2 * end * all / total); least < all / 2;
       least *= kGrowth) {
    const std::optional<Window> window = latest(database, months, least, behind);
    if (!window) break;
    const Xapian::Query within(Xapian::Query::OP_OR, window->terms.begin(), window->terms.end());
    const Xapian::Query both(Xapian::Query::OP_FILTER, query, within);
    Xapian::MSet hits = sorted(both, database, offset, limit, behind);
    if (hits.size() == limit &&
        comes_first(hits[limit - 1].get_document().get_value(schema::slot::kNewest), *window)) {
      return hits;
    }
  }
  return sorted(query, database, offset, limit, behind);
}

}  // namespace newsline
