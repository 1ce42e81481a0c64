// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/render/lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "common/text/printable.h"

namespace newsline {
namespace {

constexpr std::size_t kLeastColumns = 10;

/// Marks that no line begins with in Chinese and Japanese (the core of JIS X 4051's first class).
constexpr std::string_view kNeverFirst = "、。，．：；？！）〕］｝〉》」』】’”…";

/// A code point of a text that is safe to show.
struct Glyph {
  std::string_view bytes;
  std::size_t columns = 0;
  bool marked = false;

  [[nodiscard]] bool is_blank() const { return bytes == " "; }
};
using Glyphs = std::vector<Glyph>;

std::size_t code_point_bytes(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  if (byte < 0xC0) return 1;
  if (byte < 0xE0) return 2;
  return byte < 0xF0 ? 3 : 4;
}

/// Safe for a terminal; line ends and tabs are blanks.
std::string safe_part(std::string_view part) {
  std::string safe = printable(part);
  std::ranges::replace_if(
      safe, [](char byte) { return byte == '\n' || byte == '\t'; }, ' ');
  return safe;
}

/// Takes the glyphs of one part of a text; of blanks in a row the first stays.
void append(Glyphs& glyphs, std::string_view safe, bool marked) {
  while (!safe.empty()) {
    const std::string_view bytes = safe.substr(0, code_point_bytes(safe.front()));
    const bool again = bytes == " " && (glyphs.empty() || glyphs.back().is_blank());
    if (!again) glyphs.push_back({bytes, display_width(bytes), marked});
    safe.remove_prefix(bytes.size());
  }
}

bool may_break_before(const Glyphs& glyphs, std::size_t at) {
  if (glyphs[at - 1].is_blank()) return true;
  const bool beside_wide = glyphs[at].columns == 2 || glyphs[at - 1].columns == 2;
  return beside_wide && glyphs[at].columns != 0 &&
         kNeverFirst.find(glyphs[at].bytes) == std::string_view::npos;
}

/// The end of the line that begins at `start`.
std::size_t line_end(const Glyphs& glyphs, std::size_t start, std::size_t columns) {
  std::size_t end = start;
  std::size_t last_break = start;
  for (std::size_t used = 0; end < glyphs.size(); ++end) {
    if (end > start && may_break_before(glyphs, end)) last_break = end;
    used += glyphs[end].columns;
    if (used > columns) break;
  }
  if (end == glyphs.size() || glyphs[end].is_blank()) return end;
  if (last_break > start) return last_break;
  end = std::max(end, start + 1);
  while (end < glyphs.size() && glyphs[end].columns == 0) ++end;
  return end;
}

std::string painted(const Glyphs& glyphs, std::size_t begin, std::size_t end, const LineShape& shape,
                    const Paint& paint) {
  std::string line;
  while (begin < end) {
    const bool marked = glyphs[begin].marked;
    std::string run;
    for (; begin < end && glyphs[begin].marked == marked; ++begin) run += glyphs[begin].bytes;
    if (marked) {
      line += paint.accent(run);
    } else {
      line += shape.strong ? paint.strong(run) : run;
    }
  }
  return line;
}

}  // namespace

std::string lines_of(const MarkedText& text, const LineShape& shape, const Paint& paint) {
  std::vector<std::string> parts;  // unmarked and marked by turns
  std::size_t from = 0;
  for (const Span& mark : text.marks) {
    parts.push_back(safe_part(std::string_view(text.text).substr(from, mark.begin - from)));
    parts.push_back(safe_part(std::string_view(text.text).substr(mark.begin, mark.size())));
    from = mark.end;
  }
  parts.push_back(safe_part(std::string_view(text.text).substr(from)));
  Glyphs glyphs;
  for (std::size_t i = 0; i < parts.size(); ++i) append(glyphs, parts[i], i % 2 == 1);

  const std::size_t indent = display_width(shape.first);
  const std::size_t columns =
      shape.columns ? std::max(*shape.columns, indent + kLeastColumns) - indent : std::string::npos;
  std::string lines;
  for (std::size_t start = 0; start < glyphs.size();) {
    const std::size_t next = line_end(glyphs, start, columns);
    std::size_t end = next;
    while (end > start && glyphs[end - 1].is_blank()) --end;
    if (end > start) {
      lines += lines.empty() ? shape.first : std::string(indent, ' ');
      lines += painted(glyphs, start, end, shape, paint) + '\n';
    }
    start = next;
    while (start < glyphs.size() && glyphs[start].is_blank()) ++start;
  }
  return lines;
}

std::string with_thousands(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

std::string counted(std::uint64_t number, std::string_view what) {
  if (number == 1) return fmt::format("1 {}", what);
  const bool ends_in_y = what.ends_with('y');
  if (ends_in_y) what.remove_suffix(1);
  return fmt::format("{} {}{}", with_thousands(number), what, ends_in_y ? "ies" : "s");
}

}  // namespace newsline
