// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/html/fragment.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "common/article/field/white_space.h"
#include "common/article/html/body/rendering.h"
#include "common/article/html/tree/document.h"
#include "common/article/html/tree/sieve.h"

namespace newsline::html {
namespace {

/// The lines up to the next blank one; takes them from `rest`.
std::string_view take_paragraph(std::string_view& rest) {
  std::size_t end = 0;
  for (std::size_t line = 0; line < rest.size(); line = end + 1) {
    end = std::min(rest.find('\n', line), rest.size());
    if (!trim(rest.substr(line, end - line)).empty()) continue;
    const std::string_view paragraph = rest.substr(0, line);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return paragraph;
  }
  return std::exchange(rest, {});
}

/// Pictures with what stands around them, and other captions.
Cuts captions_of(const Document& document) {
  Cuts cuts(document.size());
  std::vector<NodeIndex> figures;  // that are open
  for (NodeIndex index = 0; index < document.size(); ++index) {
    while (!figures.empty() && document[figures.back()].end <= index) figures.pop_back();
    const Node& node = document[index];
    if (node.is_text) continue;
    if (node.tag == GUMBO_TAG_FIGURE) figures.push_back(index);
    if (node.tag == GUMBO_TAG_FIGCAPTION) cuts[index] = Cut::never_text;
    if (node.tag == GUMBO_TAG_IMG && !figures.empty()) cuts[figures.back()] = Cut::never_text;
  }
  return cuts;
}

/// Frames hold nothing, and one that is not ended, or ended as XML does, would take all that follows with it.
std::string without_frames(std::string_view markup) {
  constexpr std::string_view kFrame = "iframe";
  std::string plain(markup);
  for (std::size_t at = plain.find('<'); at != std::string::npos; at = plain.find('<', at + 1)) {
    const std::size_t name = at + (plain.compare(at + 1, 1, "/") == 0 ? 2 : 1);
    const auto same = [](char left, char right) { return (left | 0x20) == right; };
    const bool is_frame =
        plain.size() - name >= kFrame.size() &&
        std::equal(kFrame.begin(), kFrame.end(), plain.begin() + static_cast<std::ptrdiff_t>(name),
                   [&](char wanted, char found) { return same(found, wanted); });
    if (is_frame) plain.replace(name, kFrame.size(), "span  ");
  }
  return plain;
}

}  // namespace

std::string text_of_fragment(std::string_view markup) {
  const auto sieved = sieve(without_frames(markup));
  if (!sieved) return {};
  const Document document(sieved->source);
  return body_text(text_blocks(document, {0}, captions_of(document)));
}

std::string text_of_plain(std::string_view plain) {
  plain = trim(plain);
  std::string_view rest = plain;
  const std::string_view first = take_paragraph(rest);
  const bool has_blank_lines = !rest.empty();
  const std::string_view separator = has_blank_lines ? "\n\n" : "\n";
  std::string text;
  const auto add = [&](std::string_view paragraph) {
    const std::string line = one_line(paragraph);
    if (line.empty()) return;
    if (!text.empty()) text += separator;
    text += line;
  };
  if (has_blank_lines) {
    add(first);
    while (!rest.empty()) add(take_paragraph(rest));
    return text;
  }
  while (!plain.empty()) {
    const std::size_t end = std::min(plain.find('\n'), plain.size());
    add(plain.substr(0, end));
    plain.remove_prefix(std::min(end + 1, plain.size()));
  }
  return text;
}

}  // namespace newsline::html
