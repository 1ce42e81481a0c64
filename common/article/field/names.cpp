// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/field/names.h"

#include <array>

#include "common/article/field/white_space.h"

namespace newsline {
namespace {

std::size_t separator_bytes(std::string_view text) {
  constexpr std::array<std::string_view, 7> kSeparators{",",      ";",      "\u060C", "\u061B",
                                                        "\uFF0C", "\uFF1B", "\u3001"};
  for (const std::string_view separator : kSeparators) {
    if (text.starts_with(separator)) return separator.size();
  }
  return 0;
}

}  // namespace

std::vector<std::string_view> separated_names(std::string_view list) {
  std::vector<std::string_view> names;
  std::size_t begin = 0;
  for (std::size_t offset = 0; offset < list.size(); ++offset) {
    const std::size_t separator = separator_bytes(list.substr(offset));
    if (separator == 0) continue;
    names.push_back(list.substr(begin, offset - begin));
    begin = offset + separator;
    offset = begin - 1;
  }
  names.push_back(list.substr(begin));
  return names;
}

std::string_view without_hash(std::string_view tag) {
  constexpr std::string_view kWideHash = "\uFF03";
  tag = trim_start(tag);
  while (tag.starts_with('#') || tag.starts_with(kWideHash)) {
    tag.remove_prefix(tag.starts_with('#') ? 1 : kWideHash.size());
  }
  return tag;
}

}  // namespace newsline
