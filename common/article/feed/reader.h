// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "common/article/reader.h"

namespace newsline {

/// Reads the entries of a feed, one article each: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, CDF, with Dublin
/// Core, content:encoded, iTunes and PRISM; in any charset, broken as feeds are (xml/records.h).
///
/// | field | from |
/// |---|---|
/// | url | the link to the entry's page, resolved; else a guid that is one |
/// | id | the url; else the guid or id where it is an address of any scheme (it then is the same in every
/// copy of the feed); else the file's path with `#` and the guid, or the content's hash | | published |
/// published, pubDate, issued, dc:date; else created, updated, modified | | body | content:encoded, content;
/// where there is none, the summary, which then is the body alone | | summary | description, summary: where
/// there is a text beside it that differs | | authors | author, dc:creator; else the feed's | | tags |
/// category (its label, else its term), dc:subject, keywords | | section | prism:section | | source | the
/// feed that the entry says it was taken from, else the feed's title |
///
/// HTML becomes paragraphs; enclosures and Media RSS are passed over. Of entries with one id the last in the
/// file counts, since it comes last. An entry without title and text is rejected with its line; a feed
/// without entries is read, and holds nothing. A date more than two days ahead counts as mended.
[[nodiscard]] std::unique_ptr<Reader> feed_reader(Input input, ReadContext context);

/// All of it without files, for tests and fuzzing.
[[nodiscard]] std::vector<Reading> read_feed(std::string_view bytes, const ReadContext& context);

/// Whether a file that starts like this is such a feed: by the name of its first element.
[[nodiscard]] bool is_feed(std::string_view start);

/// A feed that is larger is rejected.
inline constexpr std::size_t kMaxFeedBytes = 128u << 20;

}  // namespace newsline
