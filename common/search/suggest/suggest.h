// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string_view>
#include <vector>

#include "common/index/glass/snapshot.h"
#include "common/search/page.h"
#include "common/text/tokenizer.h"

/// For the files of common/search only: this header mentions Xapian.
namespace newsline {

/// As Archive::suggest().
[[nodiscard]] std::vector<Suggestion> suggestions(std::string_view beginning, std::size_t limit,
                                                  const Snapshot& database, Tokenizer& tokenizer);

/// So many terms are looked at for one kind of suggestion; with more, those that come first by their letters.
inline constexpr std::size_t kMaxScannedTerms = 20'000;

}  // namespace newsline
