// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <memory>

#include "common/search/page.h"

/// The orders of hits. For the files of common/search only: this header mentions Xapian.
namespace newsline {

/// Tells Xapian to rank and sort so. What is returned makes keys for it and must live as long as the enquiry;
/// it is null where a value slot holds the key as it is.
[[nodiscard]] std::unique_ptr<Xapian::KeyMaker> set_order(Xapian::Enquire& enquire, SortOrder order);

}  // namespace newsline
