// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/document/stored_article.h"

#include <fmt/format.h>

#include "common/article/article_json.h"
#include "common/article/file/content_hash.h"
#include "common/error.h"
#include "common/index/schema.h"

namespace newsline {
namespace {

Article article_of(const std::string& data, std::string_view hash, Xapian::docid document) {
  if (content_hash(data) != hash)
    throw Error(ErrorKind::data, fmt::format("the stored text of document {} is damaged", document),
                "see how much is: newsline-index check; mend it: newsline-index check --repair");
  return article_from_json(data);
}

}  // namespace

Article stored_article(const Xapian::Document& document, StoredTexts& texts) {
  return article_of(texts.text(document.get_data()), document.get_value(schema::slot::kHash),
                    document.get_docid());
}

Article stored_article(Xapian::docid document, const Snapshot& snapshot) {
  return article_of(snapshot.text(document), snapshot.value(document, schema::slot::kHash), document);
}

}  // namespace newsline
