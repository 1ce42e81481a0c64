// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/answer/newest.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/index/document/terms.h"
#include "common/index/document/values.h"
#include "common/index/glass/term_list.h"
#include "common/index/schema.h"

namespace newsline {
namespace {

/// Below this, sorting all matches takes less than choosing what to sort.
constexpr Xapian::doccount kFewMatches = 300;
constexpr std::uint64_t kFewDocuments = 50;  ///< to begin with
constexpr std::uint64_t kGrowth = 4;         ///< of the documents that are looked at, from try to try

/// The latest part of an archive.
struct Window {
  std::vector<std::string> terms;  ///< of months and days
  std::chrono::sys_days first;     ///< day, as written
};

/// A year, month or day, whose documents have a term.
struct Period {
  std::string term;
  std::chrono::sys_days first;
};

Period period(std::chrono::year year) { return {year_term(year), year / 1 / 1}; }
Period period(std::chrono::year_month month) { return {month_term(month), month / 1}; }
Period period(std::chrono::sys_days day) { return {day_term(day), day}; }

/// Whether all documents of a period come before this place.
bool is_passed(const Period& period, const std::string& behind) {
  if (behind.empty()) return false;
  return newest_key(Published{period.first - std::chrono::days(1), {}, {}}, "") <= behind;
}

/// The latest year of the archive that is not later than this one. To go through the terms of years or months
/// would be to go through their documents, whose lists stand between them: it is searched for, in some 14
/// looks.
std::optional<std::chrono::year> latest_year(const Snapshot& database, int last) {
  const std::string prefix(schema::prefix::kYear);
  const auto has_one_from = [&](int year) {
    TermList terms(prefix, database);
    if (!terms.is_at_end()) terms.seek(year_term(std::chrono::year(year)));
    return !terms.is_at_end() && terms.term() <= year_term(std::chrono::year(last));
  };
  if (last < 0 || !has_one_from(0)) return std::nullopt;
  int low = 0;
  for (int high = last + 1; high - low > 1;) {
    const int middle = low + (high - low) / 2;
    (has_one_from(middle) ? low : high) = middle;
  }
  return std::chrono::year(low);
}

/// The latest days and months behind a place that hold so many documents, and the one before these, in whose
/// zones some may be later.
class WindowOfLatest {
 public:
  WindowOfLatest(const Snapshot& database, std::uint64_t least, const std::string& behind)
      : database_(database), least_(least), behind_(behind) {}

  /// Nothing where that would be all of the archive.
  [[nodiscard]] std::optional<Window> find() {
    constexpr int kLastYear = 9999;
    for (auto year = latest_year(database_, kLastYear); year; year = latest_year(database_, int{*year} - 1))
      if (!is_passed(period(*year), behind_) && take_months(*year)) return window_;
    return std::nullopt;
  }

 private:
  bool take_months(std::chrono::year year) {
    for (unsigned number = 12; number > 0; --number) {
      const std::chrono::year_month month = year / std::chrono::month(number);
      const Period whole = period(month);
      const Xapian::doccount documents = database_.frequency(whole.term);
      if (documents == 0 || is_passed(whole, behind_)) continue;
      const bool is_small = documents_ + documents <= 2 * least_;
      if (is_small ? take(whole, documents) : take_days(month)) return true;
    }
    return false;
  }

  bool take_days(std::chrono::year_month month) {
    const std::chrono::sys_days first = month / 1;
    for (std::chrono::sys_days date = month / std::chrono::last; date >= first;
         date -= std::chrono::days(1)) {
      const Period day = period(date);
      const Xapian::doccount documents = database_.frequency(day.term);
      if (documents > 0 && !is_passed(day, behind_) && take(day, documents)) return true;
    }
    return false;
  }

  /// Whether there are enough.
  bool take(const Period& period, Xapian::doccount documents) {
    const bool is_enough = documents_ >= least_;
    window_.first = period.first;
    window_.terms.push_back(period.term);
    documents_ += documents;
    return is_enough;
  }

  const Snapshot& database_;
  std::uint64_t least_;
  const std::string& behind_;
  Window window_{};
  std::uint64_t documents_ = 0;
};

/// Whether a document comes before all outside the window. These were published before the window's first day
/// in a zone that is less than a day away from UTC.
bool comes_first(const std::string& key, const Window& window) {
  const std::string last = newest_key(Published{window.first + std::chrono::days(1), {}, {}}, "");
  return !is_undated(key) && key.compare(0, last.size(), last) <= 0;
}

}  // namespace

std::vector<Ranked> newest_first(const Plan& plan, const Section& section, Xapian::doccount total,
                                 const Snapshot& database) {
  const std::uint64_t all = database.get_doccount();
  const std::uint64_t end = std::uint64_t{section.offset} + section.limit;
  const bool is_behind_dates = !section.behind.empty() && is_undated(section.behind);
  if (total <= kFewMatches || section.limit == 0 || end > total || is_behind_dates)
    return sorted_matches(plan, section, database).page;

  // Matches may be spread unevenly: twice as many documents as would do if they were not.
  for (std::uint64_t least = std::max(kFewDocuments, 2 * end * all / total); least < all / 2;
       least *= kGrowth) {
    const std::optional<Window> window = WindowOfLatest(database, least, section.behind).find();
    if (!window) break;
    std::vector<Plan> within;
    for (const std::string& period : window->terms) within.push_back(term(period));
    Sorted hits = sorted_matches(filtered(plan, any_of(std::move(within))), section, database);
    if (hits.page.size() == section.limit && comes_first(hits.last_key, *window)) return std::move(hits.page);
  }
  return sorted_matches(plan, section, database).page;
}

}  // namespace newsline
