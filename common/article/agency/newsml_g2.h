// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/article/agency/item.h"
#include "common/article/xml/tree.h"

namespace newsline::agency {

/// The item in a `newsItem` or `packageItem` of NewsML-G2 (iptc.org/standards/newsml-g2). The text is the
/// first content that holds any (NITF, HTML or plain), else the descriptions; that of a package is what it
/// says of its items. Subjects without a name get that of the assertion about their code.
[[nodiscard]] Item item_of_g2(const xml::Tree& tree);

}  // namespace newsline::agency
