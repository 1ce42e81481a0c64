// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/html/tree/declared_charset.h"

#include <algorithm>

#include "common/article/html/tree/tag_source.h"
#include "common/text/utf8.h"

namespace newsline::html {
namespace {

constexpr std::size_t kStartBytes = 4096;
constexpr std::string_view kSpaces = " \t\n\r\f";

/// What stands behind `charset=` in a text.
std::string_view charset_in(std::string_view text) {
  constexpr std::string_view kName = "charset";
  for (std::size_t at = 0; at + kName.size() < text.size(); ++at) {
    if (!equal_any_case(text.substr(at, kName.size()), kName)) continue;
    const std::size_t sign = text.find_first_not_of(kSpaces, at + kName.size());
    if (sign == std::string_view::npos || text[sign] != '=') continue;
    const std::size_t begin = text.find_first_not_of(" \t\n\r\f\"'", sign + 1);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_first_of(" \t\n\r\f\"';", begin) - begin);
  }
  return {};
}

std::string_view charset_of_meta(const TagSource& tag) {
  for (const auto& [name, value] : tag.attributes) {
    if (equal_any_case(name, "charset")) return value;
    if (!equal_any_case(name, "content")) continue;
    if (const std::string_view charset = charset_in(value); !charset.empty()) return charset;
  }
  return {};
}

std::string_view encoding_of_xml(std::string_view page) {
  if (!page.starts_with("<?xml")) return {};
  const std::string_view declaration = page.substr(0, page.find("?>"));
  const std::size_t name = declaration.find("encoding=");
  if (name == std::string_view::npos) return {};
  const std::string_view value = declaration.substr(name + std::string_view("encoding=").size());
  if (value.size() < 2) return {};
  return value.substr(1, value.find(value[0], 1) - 1);
}

}  // namespace

std::string_view declared_charset(std::string_view page) {
  if (is_valid_utf8(page)) return "utf-8";
  const std::string_view start = page.substr(0, kStartBytes);
  TagSource tag;
  for (std::size_t at = start.find('<'); at != std::string_view::npos; at = start.find('<', at + 1)) {
    if (start.substr(at).starts_with("<!--")) {
      at = std::min(start.find("-->", at), start.size() - 1);
      continue;
    }
    if (at + 5 >= start.size() || !equal_any_case(start.substr(at + 1, 4), "meta")) continue;
    if (read_tag(start, at, tag) == std::string_view::npos || tag.name != "meta") continue;
    if (const std::string_view charset = charset_of_meta(tag); !charset.empty()) return charset;
  }
  return encoding_of_xml(page);
}

}  // namespace newsline::html
