// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string_view>

#include "common/article/reader.h"

namespace newsline {

/// Reads JSON Lines: one object a line, blank lines skipped, in any charset (recognize()). Fields and their
/// aliases:
///
/// | field | aliases | form |
/// |---|---|---|
/// | id | guid, uid, _id | string or number |
/// | title | headline, name | string |
/// | published | date, published_at, datePublished, date_published, pubDate, created_at, timestamp | ISO
/// 8601, a date as find_date() reads it, or a number: seconds (or milliseconds above 10^11) since 1970 | |
/// reads | views, view_count, hits | number, or a string of digits with group separators | | lang | language
/// | string | | tags | keywords, topics, categories | array of strings, or one string separated by commas or
/// semicolons; a leading `#` is dropped | | authors | author, byline, creator | string, array of strings, or
/// objects with a `name` | | source | publisher, site, outlet | string, or an object with a `name` | |
/// section | category, rubric | string | | url | link, canonical_url | string | | summary | description,
/// abstract, standfirst, lead | string | | body | content, text, articleBody, content_text | string, or an
/// array of strings (paragraphs) |
///
/// The first name in a row wins over its aliases; unknown fields are ignored; null is as good as absent. A
/// field of another form than these rejects the record with the field's name, as do broken JSON, a line that
/// is no object, and a record with neither title nor body. A date that cannot be read is an unknown date. A
/// record that carries `newsline` is one that export wrote: it is read back exactly, its id and path
/// included.
[[nodiscard]] std::unique_ptr<Reader> json_lines_reader(Input input, ReadContext context);

/// The part of it without files: one line; for tests and fuzzing.
[[nodiscard]] Reading read_json_line(std::string_view line, std::uint64_t number, const ReadContext& context);

}  // namespace newsline
