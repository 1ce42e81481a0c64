// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace newsline {

/// What a character means in a question, typographic and full-width spellings included.
enum class Sign {
  none,
  blank,          ///< white space
  invisible,      ///< comes along with pasted text; means nothing before or behind a word
  quote,          ///< opens or closes a phrase
  opening_quote,  ///< opens a phrase in every language that uses it, closes none
  open,
  close,
  dash,
  colon,
  hash,
  star,
  equals,
  pause,   ///< a comma, semicolon, full stop of East Asia ...
  control  ///< has no place in a question
};

/// One character of a question.
struct Glyph {
  char32_t point = 0;
  std::size_t bytes = 1;
  Sign sign = Sign::none;
};

/// The character that begins at `at`, which lies within valid UTF-8.
[[nodiscard]] Glyph glyph_at(std::string_view text, std::size_t at);

/// Whether every character could be a letter of a field's name: letters of any script, no punctuation.
/// An empty text is not.
[[nodiscard]] bool is_letters(std::string_view text);

/// Whether the quotation mark at `at` stands between two Hebrew letters, where it belongs to the word (as in
/// acronyms) and quotes nothing.
[[nodiscard]] bool is_gershayim(std::string_view text, std::size_t at, std::size_t bytes);

/// Whether the text is punctuation that may stand alone between the words of a pasted sentence (`Pourquoi
/// ?`). Two full stops are not: they belong to a range.
[[nodiscard]] bool is_punctuation(std::string_view text);

/// Whether the character at `at` ends a word even where no blank follows: a comma and its like, but not the
/// one of `1,487`, nor `!` and `?`, which mean something in other query languages.
[[nodiscard]] bool separates(std::string_view text, std::size_t at);

/// Whether a comma or its like stands at `at`, with a word directly behind it.
[[nodiscard]] bool joins_words(std::string_view text, std::size_t at);

/// Whether a quote or an opening bracket stands directly at `at`.
[[nodiscard]] bool begins_group(std::string_view text, std::size_t at);

/// The text up to the pauses at its end, or all of it where there is nothing else.
[[nodiscard]] std::string_view without_last_pauses(std::string_view text);

/// `text` with every dash as `-` and full-width letters, digits and signs as ASCII's.
[[nodiscard]] std::string with_ascii_signs(std::string_view text);

/// Number of code points in valid UTF-8.
[[nodiscard]] std::size_t letter_count(std::string_view text);

/// Whether the text begins with a Han, Kana or Hangul letter: one of them says as much as a syllable or a
/// word.
[[nodiscard]] bool begins_with_syllable_letter(std::string_view text);

/// A piece of a question as a message shows it: in double quotes, cut where it is long.
[[nodiscard]] std::string shown(std::string_view text);

}  // namespace newsline
