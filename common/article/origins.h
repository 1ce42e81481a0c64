// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "common/article/article.h"

namespace newsline {

/// A field of an article that an input may say.
enum class ArticleField : unsigned char {
  id,
  title,
  published,
  reads,
  language,
  tags,
  authors,
  source,
  section,
  url,
  summary,
  body,
  slugline,
  dateline,
  subjects,
  urgency,
  version,
  embargo,
  withdrawn
};
inline constexpr std::size_t kArticleFields = 19;

/// The name of a field, as to_json() writes it.
[[nodiscard]] std::string_view name_of(ArticleField field);

/// Whether an article says anything in a field.
[[nodiscard]] bool is_said(const Article& article, ArticleField field);

/// Where a field was found. Both texts live as long as the program.
struct Origin {
  std::string_view scope;  ///< what kind of thing `what` is: `key`, `element`, `JSON-LD`; may be empty
  std::string_view what;   ///< empty: not known
  std::uint64_t line = 0;  ///< from 1; 0 where no line is meant
};

/// Where the fields of an article were found. Of names that stand in several places the first counts.
class Origins {
 public:
  [[nodiscard]] const Origin& of(ArticleField field) const {
    return origins_[static_cast<std::size_t>(field)];
  }
  void set(ArticleField field, Origin origin) { origins_[static_cast<std::size_t>(field)] = origin; }
  /// set(), where nothing is set.
  void add(ArticleField field, Origin origin) {
    if (of(field).what.empty()) set(field, origin);
  }
  /// Of what is read by way of another form.
  void rename_scope(std::string_view from, std::string_view to) {
    for (Origin& origin : origins_)
      if (origin.scope == from) origin.scope = to;
  }
  /// set(), for all fields.
  void set_all(Origin origin) { origins_.fill(origin); }

 private:
  std::array<Origin, kArticleFields> origins_{};
};

/// What more than one reader falls back on.
namespace origin {
inline constexpr Origin kPath{"", "path of the file"};
inline constexpr Origin kHash{"", "path of the file and the hash of the text"};
inline constexpr Origin kSource{"", "the PATH that was given"};
inline constexpr Origin kUrl{"", "url"};
}  // namespace origin

}  // namespace newsline
