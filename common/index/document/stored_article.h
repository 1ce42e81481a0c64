// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include "common/article/article.h"
#include "common/index/glass/snapshot.h"
#include "common/index/packing/stored_texts.h"

/// For the files of common/index and common/search only: this header mentions Xapian.
namespace newsline {

/// The article of a document. Throws Error{data} where the text is not the one that was stored: glass has no
/// checksums, so its hash is compared before anything of it is shown.
[[nodiscard]] Article stored_article(const Xapian::Document& document, StoredTexts& texts);
[[nodiscard]] Article stored_article(Xapian::docid document, const Snapshot& snapshot);

}  // namespace newsline
