// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "common/article/field/white_space.h"
#include "common/article/file/name_ending.h"
#include "common/article/html/reader.h"
#include "common/article/html/tree/tag_source.h"

namespace newsline {
namespace {

bool starts_with_any_case(std::string_view text, std::string_view start) {
  return text.size() >= start.size() && html::equal_any_case(text.substr(0, start.size()), start);
}

/// Behind comments and what an XML declaration says.
std::string_view without_prolog(std::string_view text) {
  constexpr std::string_view kByteOrderMark = "\uFEFF";
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  while (true) {
    text = trim_start(text);
    const bool is_comment = text.starts_with("<!--");
    if (!is_comment && !text.starts_with("<?xml")) return text;
    const std::string_view mark = is_comment ? "-->" : ">";
    const std::size_t end = text.find(mark);
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + mark.size());
  }
}

/// The name of the tag that starts a text; empty if none does.
std::string_view first_tag(std::string_view text) {
  if (!text.starts_with('<')) return {};
  const std::size_t end = text.find_first_of(" \t\n\r/>", 1);
  return end == std::string_view::npos ? std::string_view{} : text.substr(1, end - 1);
}

bool begins_a_page(std::string_view name) {
  constexpr std::array<std::string_view, 24> kFirst{
      "html",    "head", "body",   "title", "meta", "link",     "script", "style",
      "base",    "div",  "p",      "table", "h1",   "h2",       "h3",     "article",
      "section", "main", "header", "nav",   "span", "noscript", "ul",     "center"};
  return std::any_of(kFirst.begin(), kFirst.end(),
                     [&](std::string_view known) { return html::equal_any_case(name, known); });
}

}  // namespace

bool is_html(std::string_view start, std::string_view path) {
  const std::string_view text = without_prolog(start);
  if (starts_with_any_case(text, "<!doctype html")) return true;
  if (begins_a_page(first_tag(text))) return true;
  return has_ending(path, {".html", ".htm", ".xhtml", ".shtml"}) &&
         start.find('<') != std::string_view::npos && start.find('>') != std::string_view::npos &&
         !start.starts_with("<?xml");
}

}  // namespace newsline
