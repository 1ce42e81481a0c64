// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/html/tree/open_tags.h"

#include <algorithm>
#include <array>

#include "common/article/html/tree/sieve.h"

namespace newsline::html {
namespace {

template <std::size_t size>
bool is_among(const std::array<std::string_view, size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 30> kNotCounted{
    "p",    "li",   "dt",    "dd",     "tr",       "td",      "th",     "thead",    "tbody", "tfoot",
    "area", "base", "br",    "col",    "colgroup", "caption", "embed",  "hr",       "img",   "input",
    "link", "meta", "param", "source", "track",    "wbr",     "keygen", "basefont", "html",  "body"};
constexpr std::array<std::string_view, 5> kBarriers{"table", "button", "object", "applet", "marquee"};
constexpr std::array<std::string_view, 36> kSpecial{
    "address", "applet", "article",  "aside",      "blockquote", "button",  "center",  "details", "dir",
    "div",     "dl",     "fieldset", "figcaption", "figure",     "footer",  "form",    "h1",      "h2",
    "h3",      "h4",     "h5",       "h6",         "head",       "header",  "hgroup",  "main",    "marquee",
    "menu",    "nav",    "object",   "ol",         "pre",        "section", "summary", "table",   "ul"};
/// End tags that take their own element out and leave open what stands in it.
constexpr std::array<std::string_view, 2> kTakenOutAlone{"a", "form"};

}  // namespace

bool OpenTags::open(std::string_view name) {
  if (is_among(kNotCounted, name)) return true;
  if (entries_.size() >= kMaxDepth) return false;
  entries_.push_back({std::string(name), is_among(kBarriers, name), is_among(kSpecial, name)});
  return true;
}

void OpenTags::close(std::string_view name) {
  const bool crosses_blocks = is_among(kSpecial, name) || is_among(kTakenOutAlone, name);
  for (std::size_t above = entries_.size(); above > 0; --above) {
    const auto entry = entries_.begin() + static_cast<std::ptrdiff_t>(above - 1);
    if (entry->name == name) {
      entries_.erase(entry, is_among(kTakenOutAlone, name) ? entry + 1 : entries_.end());
      return;
    }
    if (entry->is_barrier && name != "table") return;
    if (entry->is_special && !crosses_blocks) return;
  }
}

}  // namespace newsline::html
