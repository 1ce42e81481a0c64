// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/answer/embargo.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "common/index/document/values.h"
#include "common/index/schema.h"

namespace newsline {
namespace {

std::int64_t seconds_of(std::optional<std::chrono::sys_seconds> now) {
  const auto moment =
      now.value_or(std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()));
  return std::max<std::int64_t>(moment.time_since_epoch().count(), 0);
}

/// The values of slot::kEmbargo from here on hide.
std::string first_hidden_value(std::optional<std::chrono::sys_seconds> now) {
  return number_value(static_cast<std::uint64_t>(seconds_of(now)) + 1);
}

}  // namespace

Plan without_hidden(Plan plan, const Xapian::Database& database,
                    std::optional<std::chrono::sys_seconds> now) {
  // The bounds that Xapian keeps of a slot may be too wide, never too narrow.
  const std::string first_hidden = first_hidden_value(now);
  const bool hides = database.get_value_freq(schema::slot::kEmbargo) > 0 &&
                     database.get_value_upper_bound(schema::slot::kEmbargo) >= first_hidden;
  if (!hides) return plan;
  return but_not(std::move(plan), value_range(schema::slot::kEmbargo, first_hidden, ""));
}

std::vector<Xapian::docid> hidden_documents(const Xapian::Database& database,
                                            std::optional<std::chrono::sys_seconds> now) {
  const std::string first_hidden = first_hidden_value(now);
  std::vector<Xapian::docid> hidden;
  const auto end = database.valuestream_end(schema::slot::kEmbargo);
  for (auto value = database.valuestream_begin(schema::slot::kEmbargo); value != end; ++value)
    if (*value >= first_hidden) hidden.push_back(value.get_docid());
  return hidden;
}

std::size_t count_among(const std::vector<Xapian::docid>& documents, const std::string& term,
                        const Xapian::Database& database) {
  std::size_t count = 0;
  auto place = database.postlist_begin(term);
  const auto end = database.postlist_end(term);
  if (database.get_termfreq(term) < documents.size()) {
    for (; place != end; ++place) {
      count += std::binary_search(documents.begin(), documents.end(), *place) ? 1 : 0;
    }
    return count;
  }
  for (const Xapian::docid document : documents) {
    if (place == end) break;
    place.skip_to(document);
    if (place != end && *place == document) ++count;
  }
  return count;
}

}  // namespace newsline
