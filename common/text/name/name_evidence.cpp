// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/name/name_evidence.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <cstdint>

#include "common/text/name/letters.h"

namespace newsline {
namespace {

/// `Mr`, `Dr`, `St`, `Gen`: a full stop behind so short a word with a capital ends no sentence, mostly.
constexpr std::size_t kMaxTitleBytes = 3;

UChar32 first_letter(std::string_view text) {
  constexpr std::size_t kLongestLetterBytes = 4;
  const std::string_view start = text.substr(0, kLongestLetterBytes);
  return icu::UnicodeString::fromUTF8({start.data(), static_cast<std::int32_t>(start.size())}).char32At(0);
}

bool begins_with_capital(std::string_view word) {
  const auto first = static_cast<unsigned char>(word.front());
  if (first < 0x80) return first >= 'A' && first <= 'Z';
  const UChar32 letter = first_letter(word);
  return letter >= 0 && u_isupper(letter) != 0;
}

/// Whether what stands between two words leaves them in one sentence.
bool joins(std::string_view gap, std::string_view before) {
  bool has_stop = false;
  for (const char c : gap) {
    if (c == '.' && !has_stop) {
      has_stop = true;
    } else if (c != ' ' && c != '-' && c != '\'' && c != ',') {
      return false;
    }
  }
  return !has_stop || (before.size() <= kMaxTitleBytes && begins_with_capital(before));
}

}  // namespace

bool stands_as_name(std::string_view text, std::span<const Token> tokens, std::size_t at) {
  const Span here = tokens[at].span;
  if (at == 0 || !begins_with_capital(text.substr(here.begin, here.size()))) return false;
  const Span before = tokens[at - 1].span;
  return joins(text.substr(before.end, here.begin - before.end), text.substr(before.begin, before.size()));
}

bool is_caseless(std::string_view form) {
  if (static_cast<unsigned char>(form.front()) < 0x80) return false;
  const UChar32 letter = first_letter(form);
  if (letter < 0) return false;
  const NameScript script = name_script(static_cast<char32_t>(letter));
  return script == NameScript::georgian || script == NameScript::arabic || script == NameScript::hebrew;
}

}  // namespace newsline
