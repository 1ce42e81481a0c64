// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/document/stored_article.h"

#include <fmt/format.h>

#include "common/article/article_json.h"
#include "common/article/file/content_hash.h"
#include "common/error.h"
#include "common/index/schema.h"

namespace newsline {

Article stored_article(const Xapian::Document& document) {
  const std::string data = document.get_data();
  if (content_hash(data) != document.get_value(schema::slot::kHash))
    throw Error(ErrorKind::data,
                fmt::format("the stored text of document {} is damaged", document.get_docid()),
                "see how much is: newsline-index check; mend it: newsline-index check --repair");
  return article_from_json(data);
}

}  // namespace newsline
