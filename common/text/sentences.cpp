// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/sentences.h"

#include <unicode/uchar.h>

#include <utility>

#include "common/text/icu_boundaries.h"
#include "common/text/utf16_line.h"

namespace newsline {
namespace {

// All white space is in the basic plane; half of a surrogate pair is none.
bool is_white(char16_t unit) { return u_isUWhiteSpace(unit) != 0; }

/// Whether a sentence can go on behind this.
bool goes_on_behind(char16_t unit) {
  return u_isalnum(unit) != 0 || unit == u',' || unit == u';' || u_charType(unit) == U_DASH_PUNCTUATION;
}

/// Gathers the sentences of a text line by line.
class Sentences {
 public:
  void add_line(const Utf16Line& line, std::size_t offset) {
    boundaries_.start(line);
    bool is_first = true;
    char16_t last = 0;
    std::int32_t begin = 0;
    for (std::int32_t end = boundaries_.next(); end >= 0; begin = std::exchange(end, boundaries_.next())) {
      const auto [first_unit, behind] = trimmed(line, begin, end);
      if (first_unit == behind) continue;
      const Span span{offset + line.byte_offset(first_unit), offset + line.byte_offset(behind)};
      const bool continues = is_first && (wrapped_ || (may_go_on_ && u_islower(line[first_unit]) != 0));
      if (continues) {
        found_.back().end = span.end;
      } else {
        found_.push_back(span);
      }
      is_first = false;
      last = line[behind - 1];
    }
    may_go_on_ = !is_first && goes_on_behind(last);
    wrapped_ = may_go_on_ && line.size() >= kWrappedUnits;
  }

  [[nodiscard]] std::vector<Span> found() && { return std::move(found_); }

 private:
  static std::pair<std::int32_t, std::int32_t> trimmed(const Utf16Line& line, std::int32_t begin,
                                                       std::int32_t end) {
    while (begin < end && is_white(line[begin])) ++begin;
    while (end > begin && is_white(line[end - 1])) --end;
    return {begin, end};
  }

  Boundaries boundaries_{BoundaryKind::sentence};
  std::vector<Span> found_;
  bool may_go_on_ = false;  ///< the last line ends within a sentence, it seems
  bool wrapped_ = false;    ///< it surely does
};

}  // namespace

std::vector<Span> sentences(std::string_view text) {
  Sentences all;
  Utf16Line line;
  for (Lines lines(text); lines.next();) {
    line.assign(lines.line());
    all.add_line(line, lines.offset());
  }
  return std::move(all).found();
}

}  // namespace newsline
