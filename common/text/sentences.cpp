// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/sentences.h"

#include <unicode/uchar.h>

#include "common/text/icu_boundaries.h"
#include "common/text/utf16_line.h"

namespace newsline {
namespace {

// All white space is in the basic plane; half of a surrogate pair is none.
bool is_white(char16_t unit) { return u_isUWhiteSpace(unit) != 0; }

void append_trimmed(const Utf16Line& line, std::int32_t begin, std::int32_t end, std::size_t offset,
                    std::vector<Span>& out) {
  while (begin < end && is_white(line[begin])) ++begin;
  while (end > begin && is_white(line[end - 1])) --end;
  if (begin < end) out.push_back({offset + line.byte_offset(begin), offset + line.byte_offset(end)});
}

}  // namespace

std::vector<Span> sentences(std::string_view text) {
  std::vector<Span> found;
  Boundaries boundaries(BoundaryKind::sentence);
  Utf16Line line;
  for (Lines lines(text); lines.next();) {
    line.assign(lines.line());
    boundaries.start(line);
    std::int32_t begin = 0;
    for (std::int32_t end = boundaries.next(); end >= 0; end = boundaries.next()) {
      append_trimmed(line, begin, end, lines.offset(), found);
      begin = end;
    }
  }
  return found;
}

}  // namespace newsline
