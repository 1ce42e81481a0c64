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

/// Bytes of the separator that starts `text`, with the white space around it; 0 if there is none.
std::size_t part_separator(std::string_view text) {
  if (text[0] != '|' && !may_be_white_space(text[0]))
    return 0;  // the leads of the others are some of white space
  constexpr std::array<std::string_view, 4> kAnywhere{"|", "\u2022", "\u00B7", "\u00A6"};
  constexpr std::array<std::string_view, 4> kBetweenBlanks{"-", "\u2013", "\u2014", "/"};
  const Gap before = gap_at(text);
  const std::string_view rest = text.substr(before.bytes);
  std::size_t mark = starts_with_any(rest, kAnywhere);
  if (mark == 0 && before.bytes > 0) {
    mark = starts_with_any(rest, kBetweenBlanks);
    if (mark > 0 && mark < rest.size() && gap_at(rest.substr(mark)).bytes == 0) mark = 0;
  }
  if (mark == 0) return before.is_wide ? before.bytes : 0;
  return before.bytes + mark + gap_at(rest.substr(mark)).bytes;
}

constexpr std::string_view kAsciiPunctuation = ",;:!?|()[]{}<>\"*+=/\\~^_#";
constexpr std::array<std::string_view, 23> kOtherPunctuation{
    "\uFF1A", "\uFF0C", "\u3001", "\u3002", "\uFF1B", "\uFF08", "\uFF09", "\u2022",
    "\u00B7", "\u00A6", "\u2013", "\u2014", "\u2026", "\u00AB", "\u00BB", "\u201C",
    "\u201D", "\u201E", "\u060C", "\u061B", "\u055D", "\u0589", "\uFF5C"};

/// What a byte tells by itself of what may start there.
using Bytes = std::array<bool, 256>;

constexpr Bytes kMayEndWord = [] {
  Bytes bytes{};
  for (std::size_t byte = 0; byte < bytes.size(); ++byte)
    bytes[byte] = may_be_white_space(static_cast<char>(byte));
  for (const char mark : kAsciiPunctuation) bytes[static_cast<unsigned char>(mark)] = true;
  for (const std::string_view mark : kOtherPunctuation) bytes[static_cast<unsigned char>(mark[0])] = true;
  return bytes;
}();

/// Bytes of the white space or the punctuation that starts at `offset` and is never part of a word.
std::size_t between_words_at(std::string_view text, std::size_t offset) {
  if (!kMayEndWord[static_cast<unsigned char>(text[offset])]) return 0;
  if (const std::size_t space = white_space_at(text, offset)) return space;
  const auto byte = static_cast<unsigned char>(text[offset]);
  return byte < 0x80 ? 1 : starts_with_any(text.substr(offset), kOtherPunctuation);
}

std::string_view without_inner_marks_at_ends(std::string_view word) {
  constexpr std::string_view kInnerMarks = ".-'";
  while (!word.empty() && kInnerMarks.find(word.front()) != std::string_view::npos) word.remove_prefix(1);
  while (!word.empty() && kInnerMarks.find(word.back()) != std::string_view::npos) word.remove_suffix(1);
  return word;
}

}  // namespace

std::vector<std::string_view> separated_parts(std::string_view line) {
  std::vector<std::string_view> parts;
  const auto add = [&parts](std::string_view part) {
    part = trim(part);
    if (!part.empty()) parts.push_back(part);
  };
  std::size_t begin = 0;
  std::size_t offset = 0;
  while (offset < line.size()) {
    const std::size_t separator = part_separator(line.substr(offset));
    if (separator > 0) {
      add(line.substr(begin, offset - begin));
      begin = offset + separator;
    }
    offset += std::max<std::size_t>(separator, 1);
  }
  add(line.substr(begin));
  return parts;
}

std::vector<std::string_view> page_words_of(std::string_view line) {
  std::vector<std::string_view> words;
  const auto add = [&words](std::string_view word) {
    word = without_inner_marks_at_ends(word);
    if (!word.empty()) words.push_back(word);
  };
  std::size_t begin = 0;
  std::size_t offset = 0;
  while (offset < line.size()) {
    const std::size_t between = between_words_at(line, offset);
    if (between > 0) {
      add(line.substr(begin, offset - begin));
      begin = offset + between;
    }
    offset += std::max<std::size_t>(between, 1);
  }
  add(line.substr(begin));
  return words;
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
