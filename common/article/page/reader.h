// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string_view>

#include "common/article/reader.h"

namespace newsline {

/// Reads the text of one scraped news page, in any charset (recognize()), in this layout and near ones:
///
///     Title of the article
///     <blank>
///       12 March 2024      Read: 487
///       Title of the article
///     <blank>
///     Paragraph ...
///     <blank>
///     More about: #CSTO   #Armenia
///     <blank>
///     News Line
///     anything
///
/// Parts may be missing or stand in another order, lines may end in CRLF, blanks may be no-break spaces. The
/// title is the first line of the page that is text; it is taken out of the body wherever it stands again
/// near the top. The line of date and counter is told by a date, or by a word and a number, with nothing else
/// on it. Tags are the words behind `#` on a line that holds nothing else but a short label; tags are
/// separated by the next `#`, so that they may hold blanks, and a
/// `#` inside a word belongs to it (`C#`). Furniture (`News Line` alone on a line and all below it; lines
/// that only invite to share, print or subscribe) is not text. A page without title and body is rejected.
[[nodiscard]] std::unique_ptr<Reader> page_reader(Input input, ReadContext context);

/// The part of it without files: takes the text of a page apart; for tests and fuzzing.
[[nodiscard]] Reading read_page(std::string_view page, const ReadContext& context);

}  // namespace newsline
