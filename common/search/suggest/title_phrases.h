// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <vector>

#include "common/index/glass/snapshot.h"
#include "common/search/page.h"
#include "common/search/suggest/candidates.h"
#include "common/text/tokenizer.h"

/// For the files of common/search only: this header mentions Xapian.
namespace newsline {

/// Phrases of two to four words of titles that begin with `words`, the last of which may be cut short (three
/// letters of it at least, where it is the only one). Taken from the newest titles that have them; phrases
/// of several titles first. `limit` at most.
[[nodiscard]] std::vector<Suggestion> title_phrases(const std::vector<std::string>& words, std::size_t limit,
                                                    const NewestArticles& newest, const Snapshot& database,
                                                    Tokenizer& tokenizer);

}  // namespace newsline
