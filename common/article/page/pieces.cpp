// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/page/pieces.h"

#include <algorithm>
#include <array>

#include "common/article/field/white_space.h"
#include "common/text/fold.h"

namespace newsline {
namespace {

template <std::size_t kSize>
std::size_t starts_with_any(std::string_view text, const std::array<std::string_view, kSize>& starts) {
  for (const std::string_view start : starts) {
    if (text.starts_with(start)) return start.size();
  }
  return 0;
}

template <std::size_t kSize>
std::size_t ends_with_any(std::string_view text, const std::array<std::string_view, kSize>& ends) {
  for (const std::string_view end : ends) {
    if (text.ends_with(end)) return end.size();
  }
  return 0;
}

/// Bytes of all white space that starts `text`, and whether it is wide enough to separate by itself.
struct Gap {
  std::size_t bytes = 0;
  bool is_wide = false;
};

Gap gap_at(std::string_view text) {
  Gap gap;
  int blanks = 0;
  while (const std::size_t length = white_space_at(text, gap.bytes)) {
    if (text[gap.bytes] == '\t') gap.is_wide = true;
    gap.bytes += length;
    ++blanks;
  }
  gap.is_wide = gap.is_wide || blanks > 1;
  return gap;
}

/// What a byte tells by itself of what may start there.
using Bytes = std::array<bool, 256>;

template <std::size_t kSize>
constexpr void set_starts(Bytes& bytes, const std::array<std::string_view, kSize>& marks) {
  for (const std::string_view mark : marks) bytes[static_cast<unsigned char>(mark[0])] = true;
}

constexpr void set_white_space(Bytes& bytes) {
  for (std::size_t byte = 0; byte < bytes.size(); ++byte)
    if (may_be_white_space(static_cast<char>(byte))) bytes[byte] = true;
}

bool has(const Bytes& bytes, char byte) { return bytes[static_cast<unsigned char>(byte)]; }

constexpr std::array<std::string_view, 4> kMarksAnywhere{"|", "\u2022", "\u00B7", "\u00A6"};
constexpr std::array<std::string_view, 4> kMarksBetweenBlanks{"-", "\u2013", "\u2014", "/"};

constexpr Bytes kMayBeMark = [] {
  Bytes bytes{};
  set_starts(bytes, kMarksAnywhere);
  set_starts(bytes, kMarksBetweenBlanks);
  return bytes;
}();

constexpr Bytes kMaySeparate = [] {
  Bytes bytes{};
  set_white_space(bytes);
  set_starts(bytes, kMarksAnywhere);
  return bytes;
}();

/// Bytes of the mark that starts `text` and separates parts.
std::size_t separating_mark(std::string_view text, bool is_behind_blank) {
  if (text.empty() || !has(kMayBeMark, text[0])) return 0;
  if (const std::size_t mark = starts_with_any(text, kMarksAnywhere)) return mark;
  const std::size_t mark = is_behind_blank ? starts_with_any(text, kMarksBetweenBlanks) : 0;
  const bool is_before_blank = mark == text.size() || white_space_at(text, mark) > 0;
  return is_before_blank ? mark : 0;
}

/// Bytes of the separator that starts `text`, with the white space around it; 0 if there is none.
std::size_t part_separator(std::string_view text) {
  if (!has(kMaySeparate, text[0])) return 0;
  const bool is_between_words =
      text[0] == ' ' && text.size() > 1 && !has(kMaySeparate, text[1]) && !has(kMayBeMark, text[1]);
  if (is_between_words) return 0;
  const Gap before = gap_at(text);
  const std::string_view rest = text.substr(before.bytes);
  const std::size_t mark = separating_mark(rest, before.bytes > 0);
  if (mark == 0) return before.is_wide ? before.bytes : 0;
  return before.bytes + mark + gap_at(rest.substr(mark)).bytes;
}

constexpr std::string_view kAsciiPunctuation = ",;:!?|()[]{}<>\"*+=/\\~^_#";
constexpr std::array<std::string_view, 23> kOtherPunctuation{
    "\uFF1A", "\uFF0C", "\u3001", "\u3002", "\uFF1B", "\uFF08", "\uFF09", "\u2022",
    "\u00B7", "\u00A6", "\u2013", "\u2014", "\u2026", "\u00AB", "\u00BB", "\u201C",
    "\u201D", "\u201E", "\u060C", "\u061B", "\u055D", "\u0589", "\uFF5C"};

constexpr Bytes kMayEndWord = [] {
  Bytes bytes{};
  set_white_space(bytes);
  for (const char mark : kAsciiPunctuation) bytes[static_cast<unsigned char>(mark)] = true;
  set_starts(bytes, kOtherPunctuation);
  return bytes;
}();

/// Bytes of the white space or the punctuation that starts at `offset` and is never part of a word.
std::size_t between_words_at(std::string_view text, std::size_t offset) {
  if (!has(kMayEndWord, text[offset])) return 0;
  if (static_cast<unsigned char>(text[offset]) < 0x80) return 1;
  const std::size_t space = white_space_at(text, offset);
  return space > 0 ? space : starts_with_any(text.substr(offset), kOtherPunctuation);
}

std::string_view without_inner_marks_at_ends(std::string_view word) {
  constexpr std::string_view kInnerMarks = ".-'";
  while (!word.empty() && kInnerMarks.find(word.front()) != std::string_view::npos) word.remove_prefix(1);
  while (!word.empty() && kInnerMarks.find(word.back()) != std::string_view::npos) word.remove_suffix(1);
  return word;
}

}  // namespace

std::string_view SeparatedParts::next() {
  while (!rest_.empty()) {
    std::size_t end = 0;
    std::size_t separator = 0;
    while (end < rest_.size() && (separator = part_separator(rest_.substr(end))) == 0) ++end;
    const std::string_view part = trim(rest_.substr(0, end));
    rest_.remove_prefix(end + separator);
    if (!part.empty()) return part;
  }
  return {};
}

std::string_view PageWords::next() {
  while (!rest_.empty()) {
    std::size_t end = 0;
    std::size_t between = 0;
    while (end < rest_.size() && (between = between_words_at(rest_, end)) == 0) ++end;
    const std::string_view word = without_inner_marks_at_ends(rest_.substr(0, end));
    rest_.remove_prefix(end + between);
    if (!word.empty()) return word;
  }
  return {};
}

std::vector<std::string_view> separated_parts(std::string_view line) {
  std::vector<std::string_view> all;
  SeparatedParts parts(line);
  for (auto part = parts.next(); !part.empty(); part = parts.next()) all.push_back(part);
  return all;
}

std::vector<std::string_view> page_words_of(std::string_view line) {
  std::vector<std::string_view> all;
  PageWords words(line);
  for (auto word = words.next(); !word.empty(); word = words.next()) all.push_back(word);
  return all;
}

std::size_t count_page_words(std::string_view line) {
  std::size_t count = 0;
  PageWords words(line);
  while (!words.next().empty()) ++count;
  return count;
}

std::size_t colon_at_end(std::string_view text) {
  for (const std::string_view colon : {":", "\uFF1A", "\u055D"}) {
    if (text.ends_with(colon)) return colon.size();
  }
  return 0;
}

bool starts_in_lower_case(std::string_view text) {
  if (text.empty()) return false;
  const auto lead = static_cast<unsigned char>(text[0]);
  if (lead < 0x80) return lead >= 'a' && lead <= 'z';
  // U+00C0 to U+058F.
  const bool is_cased =
      lead >= 0xC3 && (lead < 0xD6 || (lead == 0xD6 && text.size() > 1 && text[1] < '\x90'));
  return is_cased && fold(text.substr(0, 2)) == text.substr(0, 2);
}

bool ends_a_sentence(std::string_view text) {
  constexpr std::array<std::string_view, 7> kClosing{"\"", "'", ")", "]", "\u00BB", "\u201C", "\u201D"};
  constexpr std::array<std::string_view, 11> kEnds{".",      "!",      "?",      ":",      ";",     "\u2026",
                                                   "\u0589", "\u3002", "\uFF01", "\uFF1F", "\u061F"};
  while (const std::size_t length = ends_with_any(text, kClosing)) text.remove_suffix(length);
  return ends_with_any(text, kEnds) > 0;
}

std::size_t code_points(std::string_view text) {
  const auto starts_one = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; };
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), starts_one));
}

}  // namespace newsline
