// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string_view>
#include <variant>
#include <vector>

#include "common/article/reader.h"

namespace newsline {

/// Opens a file with the reader that fits it. Compressions and containers are undone first, whatever they lie
/// in. What is within is read as `context.as` says, or else by content first (the name of XML's first
/// element, or what an object of JSON says of itself: a feed, or news of an agency; a doctype or a tag of
/// HTML: a web page; a `{` that opens an object on the first line that is not blank: JSON Lines), by name
/// second. Files that are none of ours (binary content, empty) are rejected with the reason. The table behind
/// this is the only place that knows all readers.
[[nodiscard]] std::variant<std::unique_ptr<Reader>, Rejection> open_reader(const ReadContext& context);

/// A row of the table, for people.
struct FormatInfo {
  std::string_view name;     ///< for ReadContext::as
  std::string_view endings;  ///< of names of files, by which it is told where the content does not tell
  std::string_view what;     ///< is read, in a few words
};

/// The formats of articles, in the order in which a file is tried.
[[nodiscard]] std::vector<FormatInfo> article_formats();

/// What articles may be packed in; not for ReadContext::as.
[[nodiscard]] std::vector<FormatInfo> wrapping_formats();

/// Throws Error{usage} unless this is the name of one of article_formats().
void require_article_format(std::string_view name);

}  // namespace newsline
