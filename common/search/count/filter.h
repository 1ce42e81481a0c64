// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/search/page.h"

namespace newsline {

/// The question together with the tags that narrow it.
[[nodiscard]] QueryNode filtered(const Request& request);

/// Whether facets of tags are to be counted over what the question finds without those tags.
[[nodiscard]] bool is_counted_sideways(const Request& request);

}  // namespace newsline
