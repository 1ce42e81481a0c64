// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/article/agency/item.h"
#include "common/article/xml/tree.h"

namespace newsline::agency {

/// The item in a `NewsItem` of NewsML 1 (1.0 to 1.2, iptc.org/standards/newsml-1). Its id is that of all its
/// revisions. The text is the first that has the role of the story or none; else the first of any role.
[[nodiscard]] Item item_of_newsml(const xml::Tree& tree);

}  // namespace newsline::agency
