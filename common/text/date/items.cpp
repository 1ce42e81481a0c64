// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/date/items.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

#include "common/text/fold.h"

namespace newsline {
namespace {

constexpr int kMostDigits = 9;  // that fit an int
constexpr int kYearDigits = 4;
constexpr UChar32 kNoBreakSpace = 0xA0;
constexpr std::size_t kUsualItems = 16;  // of a line that is a date, a time and a counter

enum class Role { white, invisible, digit, letter, mark };

Role role_of_ascii(UChar32 c) {
  if (c == ' ' || (c >= '\t' && c <= '\r')) return Role::white;
  if (c >= '0' && c <= '9') return Role::digit;
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ? Role::letter : Role::mark;
}

Role role_of(UChar32 c) {
  if (c < 0) return Role::mark;
  if (c < 0x80) return role_of_ascii(c);
  if (c == kNoBreakSpace) return Role::white;
  if (u_isUWhiteSpace(c) != 0) return Role::white;
  if (u_charDigitValue(c) >= 0) return Role::digit;
  const auto category = U_MASK(u_charType(c));
  if ((category & U_GC_CF_MASK) != 0) return Role::invisible;
  if ((category & (U_GC_L_MASK | U_GC_M_MASK)) != 0) return Role::letter;
  return Role::mark;
}

bool is_calendar_sign(UChar32 c) {
  switch (c) {
    case 0x5E74:  // year
    case 0x6708:  // month
    case 0x65E5:  // day
    case 0x53F7:  // day, simplified
    case 0x865F:  // day, traditional
    case 0x65F6:  // hour, simplified
    case 0x6642:  // hour, traditional
    case 0x70B9:  // o'clock, simplified
    case 0x9EDE:  // o'clock, traditional
    case 0x5206:  // minute
    case 0xB144:  // Korean year
    case 0xC6D4:  // Korean month
    case 0xC77C:  // Korean day
    case 0xC2DC:  // Korean hour
    case 0xBD84:  // Korean minute
      return true;
    default:
      return false;
  }
}

class Lexer {
 public:
  explicit Lexer(std::string_view line) : line_(line) {}

  std::vector<DateItem> items() {
    std::vector<DateItem> found;
    found.reserve(kUsualItems);
    bool spaced = true;
    while (at_ < line_.size()) {
      const std::size_t begin = at_;
      const UChar32 c = next();
      const Role role = role_of(c);
      if (role == Role::white) spaced = true;
      if (role == Role::white || role == Role::invisible) continue;
      DateItem item;
      item.spaced = spaced;
      item.span = {begin, at_};
      const bool behind_number = !spaced && !found.empty() && found.back().kind == DateItem::Kind::number;
      fill(item, c, role, behind_number);
      found.push_back(std::move(item));
      spaced = false;
    }
    return found;
  }

 private:
  UChar32 next() {
    const auto* start = reinterpret_cast<const std::uint8_t*>(line_.data()) + at_;
    const auto length = static_cast<std::int32_t>(std::min<std::size_t>(line_.size() - at_, 4));
    std::int32_t used = 0;
    UChar32 c = 0;
    U8_NEXT(start, used, length, c);
    at_ += static_cast<std::size_t>(used);
    return c;
  }

  void fill(DateItem& item, UChar32 c, Role role, bool behind_number) {
    if (role == Role::digit) {
      item.kind = DateItem::Kind::number;
      fill_number(item, c);
    } else if (role == Role::letter) {
      item.kind = DateItem::Kind::word;
      if (!behind_number || !is_calendar_sign(c)) extend_word(item);
      item.word = fold(line_.substr(item.span.begin, item.span.size()));
    } else {
      item.mark = c < 0 ? char32_t{0xFFFD} : static_cast<char32_t>(c);
    }
  }

  void fill_number(DateItem& item, UChar32 first) {
    item.digits = 1;
    item.value = u_charDigitValue(first);
    while (at_ < line_.size()) {
      const std::size_t before = at_;
      const UChar32 c = next();
      if (role_of(c) == Role::invisible) continue;
      if (role_of(c) != Role::digit) {
        at_ = before;
        break;
      }
      item.span.end = at_;
      item.digits = std::min(item.digits + 1, kMostDigits + 1);
      item.value = item.digits > kMostDigits ? -1 : item.value * 10 + u_charDigitValue(c);
    }
  }

  void extend_word(DateItem& item) {
    while (at_ < line_.size()) {
      const std::size_t before = at_;
      const Role role = role_of(next());
      if (role == Role::invisible) continue;
      if (role != Role::letter) {
        at_ = before;
        break;
      }
      item.span.end = at_;
    }
  }

  std::string_view line_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<DateItem> date_items(std::string_view line) { return Lexer(line).items(); }

bool may_hold_year(std::string_view line) {
  int digits = 0;
  for (std::size_t at = 0; at < line.size() && digits < kYearDigits;) {
    const auto byte = static_cast<unsigned char>(line[at]);
    if (byte < 0x80) {
      digits = byte >= '0' && byte <= '9' ? digits + 1 : 0;
      ++at;
      continue;
    }
    const auto* start = reinterpret_cast<const std::uint8_t*>(line.data()) + at;
    const auto length = static_cast<std::int32_t>(std::min<std::size_t>(line.size() - at, 4));
    std::int32_t used = 0;
    UChar32 c = 0;
    U8_NEXT(start, used, length, c);
    at += static_cast<std::size_t>(used);
    const Role role = role_of(c);
    if (role != Role::invisible) digits = role == Role::digit ? digits + 1 : 0;
  }
  return digits >= kYearDigits;
}

}  // namespace newsline
