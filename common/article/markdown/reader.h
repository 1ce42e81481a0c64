// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "common/article/reader.h"

namespace newsline {

/// Reads a page of a static site: Markdown with front matter in YAML, TOML or JSON, as Hugo, Jekyll, Eleventy
/// and Zola have it, in any charset (recognize()). Fields by their keys, in any case:
///
/// | field | keys |
/// |---|---|
/// | title | title, headline, name; else the first heading |
/// | published | date, publishdate, pubdate, published, published_at, datepublished, created, created_at;
/// else the date that starts the name of the file (`2024-03-12-slug.md`) or of its folder | | tags | all of
/// tags, tag, topics, topic, categories, keywords | | authors | authors, author, byline, creator | | section
/// | section, category, rubric | | url | canonical, canonical_url, canonicalurl, url, link, where it is a
/// whole address | | source, language | source, publisher, site; lang, language | | summary | summary,
/// description, excerpt, deck, abstract, standfirst, lead, as plain text |
///
/// The first key in a row wins, but for tags. Where there is neither title nor text, the summary is the text.
/// Drafts (`draft: true`, `published: false`) and the front pages of sections (`_index.md`) are skipped and
/// counted. Front matter that is broken, and a page without title and text, are rejections. The id is the
/// url, else the path.
[[nodiscard]] std::unique_ptr<Reader> markdown_reader(Input input, ReadContext context);

/// The part of it without files; nothing for a draft. For tests and fuzzing.
[[nodiscard]] std::optional<Reading> read_markdown(std::string_view page, const ReadContext& context);

/// Whether a file is such a page: it begins with front matter, or its name ends in `.md` and the like.
[[nodiscard]] bool is_markdown(std::string_view start, std::string_view path);

}  // namespace newsline
