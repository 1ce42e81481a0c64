// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/word_rules.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <array>

#include "common/text/fold_units.h"

namespace newsline {
namespace {

/// What a character does inside a word.
enum class Part : std::uint8_t { separator, letter, digit, mark, stop, comma, apostrophe, dot, dropped };

Part general_part(UChar32 c) {
  const auto category = U_MASK(u_charType(c));
  if ((category & (U_GC_L_MASK | U_GC_NL_MASK)) != 0) return Part::letter;
  if ((category & U_GC_ND_MASK) != 0) return Part::digit;
  if ((category & U_GC_ME_MASK) != 0) return Part::dropped;  // the key around a digit
  // Modifier symbols are letters of some orthographies, and format characters are invisible.
  constexpr auto kMarks = U_GC_M_MASK | U_GC_CF_MASK | U_GC_SK_MASK | U_GC_NO_MASK;
  return (category & kMarks) != 0 ? Part::mark : Part::separator;
}

Part part_of(UChar32 c) {
  switch (c) {
    case u'.':
    case 0x2024:  // one dot leader
    case 0xFE52:  // small full stop
    case 0xFF0E:  // full-width full stop
      return Part::stop;
    case u',':
    case 0x066B:  // Arabic decimal separator
    case 0x066C:  // Arabic thousands separator
    case 0xFE50:  // small comma
    case 0xFF0C:  // full-width comma
      return Part::comma;
    case u'\'':
    case 0x02BB:  // modifier letter turned comma
    case 0x02BC:  // modifier letter apostrophe
    case 0x2018:  // left single quotation mark
    case 0x2019:  // right single quotation mark
    case 0xFF07:  // full-width apostrophe
      return Part::apostrophe;
    case u'^':
    case u'`':  // modifier symbols by category, but ICU has them in no word
      return Part::separator;
    case 0x00B7:  // middle dot
      return Part::dot;
    case u'"':    // ICU has it inside words between Hebrew letters only
    case 0x055A:  // Armenian apostrophe
    case 0x055B:  // Armenian emphasis
    case 0x055C:  // Armenian exclamation
    case 0x055D:  // Armenian comma
    case 0x055E:  // Armenian question
    case 0x055F:  // Armenian abbreviation
    case 0x05F3:  // Hebrew geresh
    case 0x05F4:  // Hebrew gershayim
      return Part::dropped;
    default:
      return general_part(c);
  }
}

constexpr std::int32_t kLongestSimpleWord = 64;

/// part_of() by table for the units that most alphabets are in; a surrogate is never asked for.
constexpr char16_t kTableSize = 0x2000;

Part quick_part(char16_t unit) {
  static const auto kTable = [] {
    std::array<Part, kTableSize> table{};
    for (char16_t c = 0; c < kTableSize; ++c) table[c] = part_of(c);
    return table;
  }();
  return unit < kTableSize ? kTable[unit] : part_of(unit);
}

bool is_latin(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(c, &status) == USCRIPT_LATIN;
}

/// A character before or behind another in its word, marks passed over; U+0000 where there is none.
struct Neighbour {
  UChar32 c = 0;
  Part part = Part::separator;
};

Neighbour before(const Utf16Line& line, std::int32_t begin, std::int32_t at) {
  while (at > begin) {
    UChar32 c = 0;
    U16_PREV(line, begin, at, c);
    const Part part = part_of(c);
    if (part != Part::mark) return {c, part};
  }
  return {};
}

Neighbour behind(const Utf16Line& line, std::int32_t at, std::int32_t end) {
  while (at < end) {
    UChar32 c = 0;
    U16_NEXT(line, at, end, c);
    const Part part = part_of(c);
    if (part != Part::mark) return {c, part};
  }
  return {};
}

bool is_l(UChar32 c) { return c == u'l' || c == u'L'; }

enum class Effect : std::uint8_t { separate, keep, drop };

/// What punctuation of kind `part` does between its neighbours.
Effect effect_between(const Neighbour& left, Part part, const Neighbour& right) {
  if (part == Part::apostrophe) {
    return is_latin(left.c) || is_latin(right.c) ? Effect::separate : Effect::drop;
  }
  if (part == Part::dot) return is_l(left.c) && is_l(right.c) ? Effect::drop : Effect::separate;
  return left.part == Part::digit && right.part == Part::digit ? Effect::keep : Effect::separate;
}

char* append_utf8(char* out, char16_t unit) {
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(out, length, unit);
  return out + length;
}

}  // namespace

void WordRules::Piece::clear() {
  units.clear();
  letters = 0;
  digits = 0;
}

void WordRules::append(std::int32_t begin, std::int32_t end) {
  // Mostly what stands between two words is one blank or mark.
  if (end - begin == 1 && quick_part((*line_)[begin]) == Part::separator) return;
  if (!append_simple(begin, end)) append_by_rules(begin, end);
}

/// The usual word: letters and digits, each of which folds by itself.
bool WordRules::append_simple(std::int32_t begin, std::int32_t end) {
  const Utf16Line& line = *line_;
  if (end - begin > kLongestSimpleWord) return false;
  constexpr std::int32_t kBytesAUnit = 3;
  char* const form = tokens_.room(static_cast<std::size_t>((end - begin) * kBytesAUnit));
  char* out = form;
  for (std::int32_t at = begin; at < end; ++at) {
    const char16_t unit = line[at];
    if (U16_IS_SURROGATE(unit)) return false;
    const Part part = quick_part(unit);
    const char16_t folded = folded_unit(unit);
    if ((part != Part::letter && part != Part::digit) || folded == 0) return false;
    out = append_utf8(out, folded);
  }
  const auto size = static_cast<std::size_t>(out - form);
  if (!is_possessive({form, size}, begin)) {
    tokens_.add(tokens_.keep(size), {offset_ + line.byte_offset(begin), offset_ + line.byte_offset(end)});
  }
  return true;
}

void WordRules::append_by_rules(std::int32_t begin, std::int32_t end) {
  const Utf16Line& line = *line_;
  std::int32_t at = begin;
  while (at < end) {
    const std::int32_t start = at;
    UChar32 c = 0;
    U16_NEXT(line, at, end, c);
    const Part part = part_of(c);
    if (part == Part::letter || part == Part::digit || part == Part::mark) {
      segment_.letters += part == Part::letter ? 1 : 0;
      segment_.digits += part == Part::digit ? 1 : 0;
      take(start, at);
    } else if (part == Part::separator) {
      end_segment(false);
    } else if (part != Part::dropped) {
      const Neighbour left = before(line, begin, start);
      const Neighbour right = behind(line, at, end);
      switch (effect_between(left, part, right)) {
        case Effect::keep:
          take(start, at);
          break;
        case Effect::drop:
          break;
        case Effect::separate:
          end_segment(part == Part::stop);
          break;
      }
    }
  }
  end_segment(false);
}

/// Units [begin, end) belong to the segment.
void WordRules::take(std::int32_t begin, std::int32_t end) {
  if (segment_.units.empty()) segment_.begin = begin;
  segment_.units.append(line_->data() + begin, line_->data() + end);
  segment_.end = end;
}

/// Single letters wait for those behind the next full stop; anything else is a word.
void WordRules::end_segment(bool at_stop) {
  if (segment_.is_single_letter()) {
    if (initials_.units.empty()) initials_.begin = segment_.begin;
    initials_.units += segment_.units;
    initials_.letters += 1;
    initials_.end = segment_.end;
    segment_.clear();
  } else {
    emit(initials_);
    emit(segment_);
  }
  if (!at_stop) emit(initials_);
}

void WordRules::emit(Piece& piece) {
  if (piece.letters + piece.digits > 0) {
    folded_.clear();
    append_folded(piece.units, Blanks::none, folded_);
    if (!folded_.empty() && !is_possessive(folded_, piece.begin)) {
      tokens_.add(tokens_.keep_copy(folded_),
                  {offset_ + line_->byte_offset(piece.begin), offset_ + line_->byte_offset(piece.end)});
    }
  }
  piece.clear();
}

/// The `s` of `Armenia's`. It looks at the line, not at ICU's word, because ICU ends a word before the
/// apostrophe of `1990's`.
bool WordRules::is_possessive(std::string_view form, std::int32_t begin) const {
  if (form != "s" || begin < 2) return false;
  const Utf16Line& line = *line_;
  if (part_of(line[begin - 1]) != Part::apostrophe) return false;
  std::int32_t at = begin - 1;
  UChar32 c = 0;
  U16_PREV(line, 0, at, c);
  const Part owner = part_of(c);
  return owner == Part::letter || owner == Part::digit || owner == Part::mark || owner == Part::stop;
}

}  // namespace newsline
