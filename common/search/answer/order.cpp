// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/answer/order.h"

#include <utility>

#include "common/index/document/values.h"
#include "common/index/schema.h"

namespace newsline {
namespace {

/// Highest counter first, then as newest_key(); what has no counter comes last.
std::string most_read_key(std::string_view reads, std::string_view newest) {
  std::string key(1, reads.empty() ? '\1' : '\0');
  // No number_value() is the beginning of another, so the complement of each byte turns their order round.
  for (const char byte : reads) key.push_back(static_cast<char>(~byte));
  return key.append(newest);
}

}  // namespace

std::string order_key(Xapian::docid document, SortOrder order, const Snapshot& database) {
  return std::string(OrderKeys(order, database).of(document));
}

OrderKeys::OrderKeys(SortOrder order, const Snapshot& database)
    : order_(order), newest_(schema::slot::kNewest, database) {
  if (order == SortOrder::most_read) reads_.emplace(schema::slot::kReads, database);
}

std::string_view OrderKeys::of(Xapian::docid document) {
  const std::string_view newest = newest_.of(document);
  if (order_ == SortOrder::oldest) return room_ = oldest_key(std::string(newest));
  if (reads_) return room_ = most_read_key(reads_->of(document), newest);
  return newest;
}

}  // namespace newsline
