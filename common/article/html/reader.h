// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string_view>

#include "common/article/reader.h"

namespace newsline {

/// Reads the article of one web page: HTML as browsers see it (HTML5's tree, broken or not). Metadata comes
/// first (JSON-LD, then microdata, `<meta>` tags, links and `<time>`), then the body by structure, names and
/// density of text. The title stands without the site's name and not again in the body, nor do byline and
/// date; captions are left out, scripts are never run. Bytes are in any charset, as recognize() has it
/// with what the page declares. A page without title and body is rejected. Time and memory are linear in the
/// page.
[[nodiscard]] std::unique_ptr<Reader> html_reader(Input input, ReadContext context);

/// The part of it without files: `page` are the bytes of a web page, `charset` what the answer declared in
/// which it was sent; it goes before what the page declares.
[[nodiscard]] Reading read_html(std::string_view page, const ReadContext& context,
                                std::string_view charset = {});

/// Whether a file is a web page: its start says so (a doctype of HTML, an element of HTML that can begin a
/// page), or its name ends like one's and its start holds tags.
[[nodiscard]] bool is_html(std::string_view start, std::string_view path);

}  // namespace newsline
