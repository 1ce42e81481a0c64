// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/page/taken_lines.h"

#include "common/article/field/white_space.h"

namespace newsline {

namespace {

constexpr std::size_t kUsualLines = 64;

}  // namespace

std::vector<PageLine> lines_of_page(std::string_view page) {
  std::vector<PageLine> lines;
  lines.reserve(kUsualLines);
  while (true) {
    const std::size_t end = page.find('\n');
    const std::string_view text = trim(page.substr(0, end));
    lines.push_back({text, text});
    if (end == std::string_view::npos) return lines;
    page.remove_prefix(end + 1);
  }
}

std::string text_of_lines(const std::vector<PageLine>& lines) {
  std::string body;
  std::size_t bytes = 0;
  for (const PageLine& line : lines) bytes += line.text.size() + 2;
  body.reserve(bytes);
  bool is_after_blank = false;
  for (const PageLine& line : lines) {
    if (line.text.empty()) {
      is_after_blank = true;
    } else if (!line.is_taken()) {
      if (!body.empty()) body += is_after_blank ? "\n\n" : "\n";
      body += line.text;
      is_after_blank = false;
    }
  }
  return body;
}

void tell_lines(const std::vector<PageLine>& lines, std::uint64_t first, ReadObserver& observer) {
  for (std::size_t index = 0; index < lines.size(); ++index) {
    const PageLine& line = lines[index];
    if (line.whole.empty()) continue;
    const bool is_part = !line.is_taken() && line.text != line.whole;
    observer.judged({!line.is_taken(), first + index, std::string(line.whole),
                     is_part           ? "in part: the rest was taken as date"
                     : line.is_taken() ? std::string(line.taken_as)
                                       : "body"});
  }
}

}  // namespace newsline
