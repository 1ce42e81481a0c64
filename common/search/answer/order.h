// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <memory>
#include <string>

#include "common/search/page.h"

/// The orders of hits. For the files of common/search only: this header mentions Xapian.
namespace newsline {

/// Tells Xapian to rank and sort so. What is returned makes keys for it and must live as long as the enquiry;
/// it is null where a value slot holds the key as it is.
[[nodiscard]] std::unique_ptr<Xapian::KeyMaker> set_order(Xapian::Enquire& enquire, SortOrder order);

/// Tells Xapian to rank by relevance, and nothing of an order.
void set_ranking(Xapian::Enquire& enquire);

/// By which `order` sorts a document, ascending; by relevance, what tells it from equal weights.
[[nodiscard]] std::string order_key(const Xapian::Document& document, SortOrder order);

}  // namespace newsline
