// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/article/wire.h"
#include "common/text/published.h"

namespace newsline {

/// What a person wrote, and what is known about it. All strings are valid UTF-8 without control characters
/// other than LF (body, summary) and TAB.
struct Article {
  /// Stable across runs and never empty: the url where there is one; else an id that is one of a kind in the
  /// world, as feeds and agencies give; else the path of the file, with `#` and the record's own id, its
  /// line, or the hash of its text, where the file holds many.
  std::string id;
  std::string title;  ///< one line; may be empty
  std::optional<Published> published;
  std::optional<std::uint64_t> reads;  ///< the view counter
  std::string language;                ///< BCP 47, lower case, such as `hy`; empty: not known
  std::vector<std::string> tags;       ///< as written, without `#`; no two fold to the same
  std::vector<std::string> authors;    ///< as written; no two fold to the same
  std::string source;  ///< who published it; where nobody says, the name of the path given to the indexer
  std::string section;
  std::string url;
  std::string summary;
  std::string body;  ///< paragraphs separated by LF; blank lines allowed
  std::string
      path;  ///< absolute path of the file it was read from; of a member of a container, `path!member`
  Wire wire;

  bool operator==(const Article&) const = default;
};

/// Removes white space at the ends, empty names, and names that fold to one before them.
[[nodiscard]] std::vector<std::string> distinct_names(std::vector<std::string> names);

}  // namespace newsline
