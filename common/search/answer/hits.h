// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include "common/article/article.h"
#include "common/index/furniture/cut.h"
#include "common/index/glass/snapshot.h"
#include "common/search/page.h"
#include "common/search/snippet/wanted.h"
#include "common/text/tokenizer.h"

/// For the files of common/search only: this header mentions Xapian.
namespace newsline {

/// What is to be marked, with weights by how rare it is: the logarithm of one in how many articles has it. A
/// phrase is as rare as its rarest word; a prefix keeps weight 1.
[[nodiscard]] Wanted weighted(Wanted wanted, const Snapshot& database);

/// What a page shows of an article; the score is left at 0. No passage shows what `cut` says.
[[nodiscard]] Hit hit_of(Article article, EdgeCut cut, const Wanted& wanted, bool snippet,
                         Tokenizer& tokenizer);

}  // namespace newsline
