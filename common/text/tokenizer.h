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
/// The rules, applied to each word of ICU that has a letter or a digit:
/// - `@`, `_`, `:` separate (`user@example.com` is user, example, com).
/// - A full stop inside: single letters are joined (`U.S.` is us, `U.S.A.` is usa); otherwise it separates
///   (`example.com`, `end.Next`). Between digits it stays (`3.5`), and so does a comma (`1,487`).
/// - An apostrophe (' ’ ʼ ＇) inside a word of Latin letters separates, and an `s` that ends the word after
/// it is
///   dropped (`Armenia's` is armenia; `Ankara'da` is ankara, da; `O'Brien` is o, brien). In other scripts it
///   is dropped (`пам'ять`).
/// - Armenian punctuation inside words (U+055A to U+055F) is dropped (`Ի՞նչ` is ինչ).
/// - The rest is fold() (see fold.h).
///
/// Any bytes may be given: an ill-formed sequence separates words. ASCII lines take a path of their own that
/// gives the same tokens as ICU's (tests/property proves it). Linear in the text. One object a thread.
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
