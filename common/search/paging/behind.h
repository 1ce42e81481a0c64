// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "common/search/answer/order.h"

/// For the files of common/search only: this header mentions Xapian.
namespace newsline {

/// Lets through what comes behind a position, in an order that does not weigh, and is not dropped. An empty
/// key is before everything. `dropped` (ascending), if given, lives as long.
class Behind : public Xapian::MatchDecider {
 public:
  Behind(SortOrder order, std::string key, const std::vector<Xapian::docid>* dropped = nullptr)
      : order_(order), key_(std::move(key)), dropped_(dropped) {}

  bool operator()(const Xapian::Document& document) const override {
    if (dropped_ != nullptr && std::ranges::binary_search(*dropped_, document.get_docid())) return false;
    return key_.empty() || order_key(document, order_) > key_;
  }

  [[nodiscard]] const std::string& key() const { return key_; }

 private:
  SortOrder order_;
  std::string key_;
  const std::vector<Xapian::docid>* dropped_;
};

}  // namespace newsline
