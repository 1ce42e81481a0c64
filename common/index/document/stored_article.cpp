// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/document/stored_article.h"

#include <fmt/format.h>

#include "common/article/file/content_hash.h"
#include "common/error.h"
#include "common/index/schema.h"

namespace newsline {
namespace {

void require_hash(std::string_view text, std::string_view hash, Xapian::docid document) {
  if (content_hash(text) == hash) return;
  throw Error(ErrorKind::data, fmt::format("the stored text of document {} is damaged", document),
              "see how much is: newsline-index check; mend it: newsline-index check --repair");
}

}  // namespace

Article stored_article(const Xapian::Document& document, StoredTexts& texts) {
  const std::string text = texts.text(document.get_data());
  require_hash(text, document.get_value(schema::slot::kHash), document.get_docid());
  return article_from_json(text);
}

Article stored_article(Xapian::docid document, const Snapshot& snapshot) {
  return ArticleList(snapshot).article(document);
}

ArticleList::ArticleList(const Snapshot& snapshot)
    : snapshot_(&snapshot), texts_(snapshot), hashes_(schema::slot::kHash, snapshot) {}

Article ArticleList::article(Xapian::docid document) {
  const std::string text = snapshot_->unpacked(texts_.of(document));
  require_hash(text, hashes_.of(document), document);
  return parser_.article(text);
}

}  // namespace newsline
