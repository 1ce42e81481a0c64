// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace newsline::markdown {

/// The words of a page.
struct Words {
  std::string heading;            ///< the first one; empty if there is none
  bool heading_is_first = false;  ///< nothing stands before it; it is no part of the text then
  std::string text;               ///< paragraphs, headings, list items and quotes, separated by blank lines
};

/// Longer text is no page: libcmark-gfm is not linear for all that one can write.
inline constexpr std::size_t kMaxMarkdownBytes = 2u << 20;

/// Text in GitHub's Markdown (libcmark-gfm with tables, strikethrough and footnotes) as plain text: links by
/// their words, images left out, code kept, HTML without its tags and scripts; shortcodes of Hugo (`{{< x
/// >}}`,
/// `{{% x %}}`), Liquid and Nunjucks (`{% x %}`, `{{ x }}`) and attributes of kramdown (`{: x}`, `{#x}`) left
/// out, what stands between them kept. Precondition: valid UTF-8 of at most kMaxMarkdownBytes.
[[nodiscard]] Words words_of(std::string_view page);

}  // namespace newsline::markdown
