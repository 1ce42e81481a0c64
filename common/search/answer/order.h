// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/search/page.h"
#include "common/search/scan/slot_values.h"

/// The orders of hits. For the files of common/search only: this header mentions Xapian.
namespace newsline {

/// By which `order` sorts a document, ascending; by relevance, what tells it from equal weights.
[[nodiscard]] std::string order_key(const Xapian::Document& document, SortOrder order);

/// The same of one document after another, ascending. One thread.
class OrderKeys {
 public:
  OrderKeys(SortOrder order, const Xapian::Database& database);

  [[nodiscard]] std::string of(Xapian::docid document);

 private:
  SortOrder order_;
  SlotValues newest_;
  std::optional<SlotValues> reads_;  ///< where the order needs them
};

}  // namespace newsline
