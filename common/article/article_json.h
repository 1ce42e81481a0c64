// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "common/article/article.h"

namespace newsline {

/// The article as one line of JSON, without a line end: the stored form in the index and the form that
/// `newsline-index export` writes. Keys in a fixed order, unknown values left out, so that equal articles
/// give equal bytes: newsline (version of this form), id, title, published, reads, lang, tags, authors,
/// source, section, url, summary, body, path; then of an agency's: slugline, dateline,
/// subjects, urgency, version, embargo, withdrawn (1).
[[nodiscard]] std::string to_json(const Article& article);

/// The reverse: article_from_json(to_json(a)) == a. Throws Error{data} for anything that to_json cannot have
/// written, texts over the limits of field/cleaning.h and reader.h included.
[[nodiscard]] Article article_from_json(std::string_view json);

/// Does the same for many, in memory that it keeps. One thread.
class JsonArticles {
 public:
  JsonArticles();
  ~JsonArticles();
  JsonArticles(JsonArticles&&) noexcept;
  JsonArticles& operator=(JsonArticles&&) noexcept;

  [[nodiscard]] Article article(std::string_view json);

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
};

}  // namespace newsline
