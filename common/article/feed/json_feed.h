// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "common/article/reader.h"

namespace newsline {

/// Reads the items of a JSON Feed (jsonfeed.org, 1.0 and 1.1), one article each, as feed_reader() does those
/// of other feeds: url, else id; date_published, else date_modified; the text of content_html, else of
/// content_text, else the summary; authors (or author) of the item, else of the feed; tags; language; the
/// feed's title as the source. A file that is not JSON is rejected.
[[nodiscard]] std::unique_ptr<Reader> json_feed_reader(Input input, ReadContext context);

/// All of it without files, for tests and fuzzing.
[[nodiscard]] std::vector<Reading> read_json_feed(std::string_view bytes, const ReadContext& context);

/// Whether a file that starts like this says that it is a JSON Feed.
[[nodiscard]] bool is_json_feed(std::string_view start);

}  // namespace newsline
