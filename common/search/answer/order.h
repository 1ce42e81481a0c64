// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

#include "common/search/page.h"

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
  struct Values {
    Xapian::ValueIterator at;
    Xapian::ValueIterator end;

    std::string of(Xapian::docid document);
  };

  SortOrder order_;
  Values newest_;
  Values reads_;
};

}  // namespace newsline
