// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/article/agency/item.h"
#include "common/article/xml/tree.h"

namespace newsline::agency {

/// The item in a document of NITF 3 (iptc.org/standards/nitf): headline, byline, dateline, abstract and text
/// from its body; dates, identification, subjects, keywords, urgency, release, publisher and section from its
/// head. Captions and media are passed over.
[[nodiscard]] Item item_of_nitf(const xml::Tree& tree);

/// Takes the parts of NITF below an element into an item: the text, and what else the item does not know yet.
void take_nitf_body(const xml::Tree& tree, xml::NodeIndex of, Item& item);

}  // namespace newsline::agency
