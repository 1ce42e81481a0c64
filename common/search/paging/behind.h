// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <utility>

#include "common/search/answer/order.h"

/// For the files of common/search only: this header mentions Xapian.
namespace newsline {

/// Lets through what comes behind a position, in an order that does not weigh.
class Behind : public Xapian::MatchDecider {
 public:
  Behind(SortOrder order, std::string key) : order_(order), key_(std::move(key)) {}

  bool operator()(const Xapian::Document& document) const override {
    return order_key(document, order_) > key_;
  }

  [[nodiscard]] const std::string& key() const { return key_; }

 private:
  SortOrder order_;
  std::string key_;
};

}  // namespace newsline
