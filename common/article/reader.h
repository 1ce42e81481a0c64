// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "common/article/article.h"
#include "common/article/file/input.h"
#include "common/article/origins.h"
#include "common/article/read_observer.h"
#include "common/article/rejection.h"

namespace newsline {

/// Limits that keep any input harmless.
inline constexpr std::size_t kMaxPageBytes = 32u << 20;    ///< a page that is larger is rejected
inline constexpr std::size_t kMaxRecordBytes = 32u << 20;  ///< a line of JSON that is longer is rejected
inline constexpr std::size_t kMaxBodyBytes =
    8u << 20;  ///< a longer body is cut there, and the article counted as mended

/// An article that was read.
struct ReadArticle {
  Article article;
  bool mended =
      false;  ///< ill-formed UTF-8 was replaced, control characters dropped, or a field cut at its limit
  Origins origins{};  ///< of every field that the article says
};

using Reading = std::variant<ReadArticle, Rejection>;

/// Takes the articles of one file out of it, in the order in which they stand. One object a thread.
class Reader {
 public:
  virtual ~Reader() = default;

  /// The next article or rejection; nothing at the end. Damaged input becomes rejections, never an exception.
  /// Memory is bounded by the limits above, whatever the file.
  [[nodiscard]] virtual std::optional<Reading> next() = 0;

  /// How many records were passed over so far that are no articles and no faults: drafts, redirects, images.
  [[nodiscard]] virtual std::uint64_t skipped() const { return 0; }
};

/// What a reader must be told.
struct ReadContext {
  std::string path;  ///< absolute path of the file, with `!` and the member's name where it is a container's
  std::string source_name;  ///< Article::source where the input names none
  std::string
      as{};  ///< a name of article_formats(), to read it so whatever it looks like; empty: by detection
  ReadObserver* observer = nullptr;  ///< outlives the reader; nobody: nothing is told
};

}  // namespace newsline
