// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include "common/article/article.h"
#include "common/article/article_json.h"
#include "common/index/glass/data_list.h"
#include "common/index/glass/snapshot.h"
#include "common/index/glass/value_list.h"
#include "common/index/packing/stored_texts.h"

/// For the files of common/index and common/search only: this header mentions Xapian.
namespace newsline {

/// The article of a document. Throws Error{data} where the text is not the one that was stored: glass has no
/// checksums, so its hash is compared before anything of it is shown.
[[nodiscard]] Article stored_article(const Xapian::Document& document, StoredTexts& texts);
[[nodiscard]] Article stored_article(Xapian::docid document, const Snapshot& snapshot);

/// The articles of documents that ascend. The snapshot must live as long. One thread.
class ArticleList {
 public:
  explicit ArticleList(const Snapshot& snapshot);

  /// As stored_article().
  [[nodiscard]] Article article(Xapian::docid document);

 private:
  const Snapshot* snapshot_;
  DataList texts_;
  ValueList hashes_;
  JsonArticles parser_;
};

}  // namespace newsline
