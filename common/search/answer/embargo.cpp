// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/answer/embargo.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "common/index/document/values.h"
#include "common/index/glass/posting_list.h"
#include "common/index/glass/value_list.h"
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

Plan without_hidden(Plan plan, const Snapshot& database, std::optional<std::chrono::sys_seconds> now) {
  // The bounds that Xapian keeps of a slot may be too wide, never too narrow.
  const std::string first_hidden = first_hidden_value(now);
  const bool hides = database.get_value_freq(schema::slot::kEmbargo) > 0 &&
                     database.get_value_upper_bound(schema::slot::kEmbargo) >= first_hidden;
  if (!hides) return plan;
  return but_not(std::move(plan), value_range(schema::slot::kEmbargo, first_hidden, ""));
}

std::vector<Xapian::docid> hidden_documents(const Snapshot& database,
                                            std::optional<std::chrono::sys_seconds> now) {
  const std::string first_hidden = first_hidden_value(now);
  std::vector<Xapian::docid> hidden;
  ValueList ends(schema::slot::kEmbargo, database);
  for (Xapian::docid document = ends.seek(1); document != ValueList::kEnd; document = ends.seek(document + 1))
    if (ends.value() >= first_hidden) hidden.push_back(document);
  return hidden;
}

std::size_t count_among(const std::vector<Xapian::docid>& documents, const std::string& term,
                        const Snapshot& database) {
  std::size_t count = 0;
  PostingList list(term, database);
  if (list.frequency() < documents.size()) {
    for (; list.document() != PostingList::kEnd; list.next())
      count += std::ranges::binary_search(documents, list.document()) ? 1 : 0;
    return count;
  }
  for (const Xapian::docid document : documents)
    if (list.seek(document) == document) ++count;
  return count;
}

}  // namespace newsline
