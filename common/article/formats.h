// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string_view>
#include <variant>

#include "common/article/reader.h"

namespace newsline {

/// Opens a file with the reader that fits it: by content first (the name of XML's first element, or what an
/// object of JSON says of itself: a feed, or news of an agency; a doctype or a tag of HTML: a web page; a `{`
/// that opens an object on the first line that is not blank: JSON Lines), by name second. Files that are none
/// of ours (binary content, empty) are rejected with the reason. This table is the only place that knows all
/// readers.
[[nodiscard]] std::variant<std::unique_ptr<Reader>, Rejection> open_reader(const ReadContext& context);

}  // namespace newsline
