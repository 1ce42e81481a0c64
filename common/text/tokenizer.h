// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "common/text/span.h"

namespace newsline {

/// A word in a text.
struct Token {
  std::string_view form;       ///< folded spelling, never empty; lives until the tokenizer's next call
  Span span;                   ///< where the word stands in the text that was given
  std::uint32_t position = 0;  ///< ordinal in the text, from 1, without gaps
};

/// Raised by one whenever the same text may yield other forms or positions than before;
/// an index made with another version is refused.
inline constexpr int kTokenizerVersion = 1;

/// Takes a text apart into words: ICU's word boundaries (with its dictionaries for Chinese, Japanese,
/// Thai, Lao, Khmer and Burmese), then rules of our own that make the result the same for ICU 72 and later,
/// then folding. Index, query and snippets all use this class; there is no second place that splits words.
///
/// The rules, applied to each word of ICU that has a letter or a digit (categories L, Nl and Nd; so emoji,
/// `½` and lone marks are no words):
/// - `@`, `_`, `:` and all punctuation not named below separate (`user@example.com` is user, example, com;
///   `1;2` is 1, 2). Spans leave out punctuation at both ends.
/// - A full stop inside: single letters are joined (`U.S.` is us, `U.S.A.` is usa, `J.K.Rowling` is jk,
///   rowling; the last stop is outside the span), otherwise it separates (`example.com`, `end.Next`, `Ph.D`
///   is ph, d). Between digits it stays (`3.5`, `12.03.2024`), and so does a comma (`1,487`).
/// - An apostrophe (' ’ ‘ ʼ ʻ ＇) separates when the letter before or after it is Latin, else it is dropped
///   (`Ankara'da` is ankara, da; `O'Brien` is o, brien; `don’t` is don, t; `пам'ять` is память; `1'000` is
///   1000). A lone Latin `s` right behind an apostrophe that follows a letter, a digit or a full stop is
///   dropped (`Armenia's` is armenia, `1990's` is 1990, `U.S.'s` is us, `НАТО's` is нато).
/// - Armenian punctuation inside words (U+055A to U+055F) is dropped (`Ի՞նչ` is ինչ), and so are Hebrew
///   geresh and gershayim (`צה"ל` and `צה״ל` are צהל), the middle dot of `l·l`, and enclosing marks.
/// - The rest is fold() (see fold.h); white space that folding makes (in `ﷺ`) is dropped. A word of which
///   nothing is left is no token.
///
/// Any bytes may be given: an ill-formed sequence separates words. ASCII lines take a path of their own that
/// gives the same tokens as ICU's (tests/text proves it). A line of more than 64 MiB is cut, at a blank where
/// it has one. Linear in the text; needs about four times the longest line besides the tokens. One object a
/// thread.
class Tokenizer {
 public:
  Tokenizer();
  ~Tokenizer();
  Tokenizer(Tokenizer&&) noexcept;
  Tokenizer& operator=(Tokenizer&&) noexcept;

  /// The words of `text` in order: spans ascend and do not overlap, positions are 1, 2, 3 ...
  /// The result and its forms live until the next call.
  [[nodiscard]] std::span<const Token> tokens(std::string_view text);

  /// The same without the ASCII path; for the test that proves them equal.
  [[nodiscard]] std::span<const Token> tokens_by_icu(std::string_view text);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace newsline
