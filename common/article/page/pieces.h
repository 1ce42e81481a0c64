// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace newsline {

/// The parts of a line that something other than a single blank keeps apart: `|`, `•`, `·`, `/` or a dash
/// between blanks, a tab, or two blanks and more. White space around them is gone; none is empty.
class SeparatedParts {
 public:
  explicit SeparatedParts(std::string_view line) : rest_(line) {}

  /// The next part; empty at the end.
  [[nodiscard]] std::string_view next();

 private:
  std::string_view rest_;
};

/// The words of a line: what stands between white space and punctuation. Points, hyphens and apostrophes
/// inside a word belong to it.
class PageWords {
 public:
  explicit PageWords(std::string_view line) : rest_(line) {}

  /// The next word; empty at the end.
  [[nodiscard]] std::string_view next();

 private:
  std::string_view rest_;
};

/// All of them.
[[nodiscard]] std::vector<std::string_view> separated_parts(std::string_view line);
[[nodiscard]] std::vector<std::string_view> page_words_of(std::string_view line);
[[nodiscard]] std::size_t count_page_words(std::string_view line);

/// Length of the colon that ends `text`, 0 if there is none: `:`, `：`, and the Armenian `՝`, which stands
/// for it.
[[nodiscard]] std::size_t colon_at_end(std::string_view text);

/// Whether the first letter is a small one of the Latin, Greek, Cyrillic or Armenian script.
[[nodiscard]] bool starts_in_lower_case(std::string_view text);

/// Whether the text ends as a sentence does, closing quotes and brackets aside.
[[nodiscard]] bool ends_a_sentence(std::string_view text);

/// Code points in valid UTF-8.
[[nodiscard]] std::size_t code_points(std::string_view text);

}  // namespace newsline
