// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

#include "common/search/query/tree.h"

/// Words that must stand together. Where words stand is in slot::kPositions, not in Xapian's lists of
/// positions, so OP_PHRASE and OP_NEAR find nothing; these queries are matched in this process alone, and not
/// by a server of Xapian's. They weigh what their words weigh. For the files of common/search only: this
/// header mentions Xapian.
namespace newsline {

/// Articles in which words stand side by side, each of them one of the forms of its place: at least one.
[[nodiscard]] Xapian::Query phrase_query(WordField field,
                                         const std::vector<std::vector<std::string>>& places);

/// Articles in which these words, each as often as it is given, stand in any order among `window` words side
/// by side.
[[nodiscard]] Xapian::Query near_query(WordField field, const std::vector<std::string>& forms,
                                       std::uint32_t window);

}  // namespace newsline
