// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/glass/value_list.h"
#include "common/search/page.h"

/// The orders of hits. For the files of common/search only: this header mentions Xapian.
namespace newsline {

/// By which `order` sorts a document, ascending; by relevance, what tells it from equal weights.
[[nodiscard]] std::string order_key(Xapian::docid document, SortOrder order, const Snapshot& database);

/// The same of one document after another, ascending. One thread.
class OrderKeys {
 public:
  OrderKeys(SortOrder order, const Snapshot& database);

  /// Until it is asked for another.
  [[nodiscard]] std::string_view of(Xapian::docid document);

 private:
  SortOrder order_;
  ValueList newest_;
  std::optional<ValueList> reads_;  ///< where the order needs them
  std::string room_;                ///< of a key that no value is
};

}  // namespace newsline
