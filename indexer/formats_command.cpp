// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/formats_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "common/article/formats.h"

namespace newsline {
namespace {

void append(std::string& text, const std::vector<FormatInfo>& formats, std::size_t name_width,
            std::size_t endings_width) {
  for (const FormatInfo& format : formats)
    text += fmt::format("  {:{}}  {:{}}  {}\n", format.name, name_width, format.endings, endings_width,
                        format.what);
}

}  // namespace

std::string formats_text() {
  const std::vector<FormatInfo> articles = article_formats();
  const std::vector<FormatInfo> wrappings = wrapping_formats();
  std::size_t name_width = 0;
  std::size_t endings_width = 0;
  for (const std::vector<FormatInfo>* formats : {&articles, &wrappings}) {
    for (const FormatInfo& format : *formats) {
      name_width = std::max(name_width, format.name.size());
      endings_width = std::max(endings_width, format.endings.size());
    }
  }
  std::string text = "Articles (FORMAT of --as, names, what is read):\n";
  append(text, articles, name_width, endings_width);
  text += "Opened on the way, in any order:\n";
  append(text, wrappings, name_width, endings_width);
  return text;
}

}  // namespace newsline
