// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace newsline {

/// Limits of an article's fields; what is longer is cut at a code point, and the article counts as mended.
inline constexpr std::size_t kMaxLineBytes =
    8u << 10;                                      ///< title, url, source, section, an id of the record's own
inline constexpr std::size_t kMaxNameBytes = 200;  ///< a tag or an author
inline constexpr std::size_t kMaxLanguageBytes = 35;  ///< BCP 47, 4.4.1
inline constexpr std::size_t kMaxNames = 1000;        ///< tags, and authors; more are left out

/// Whether valid UTF-8 holds a character that no Article may hold: C0 but LF and TAB, DEL, C1, U+2028,
/// U+2029.
[[nodiscard]] bool has_controls(std::string_view text);

/// Makes valid UTF-8 from outside fit for an Article, and remembers whether one of them had to be mended. One
/// object an article.
class Cleaner {
 public:
  /// A text of several lines, as mend() leaves it.
  [[nodiscard]] std::string text(std::string_view dirty, std::size_t limit_bytes);

  /// text(), of a text that is at hand.
  void clean_text(std::string& text, std::size_t limit_bytes);

  /// A text of one line: runs of white space become one blank.
  [[nodiscard]] std::string line(std::string_view dirty, std::size_t limit_bytes = kMaxLineBytes);

  /// Names within the limits, distinct.
  [[nodiscard]] std::vector<std::string> names(const std::vector<std::string_view>& dirty);

  [[nodiscard]] bool mended() const noexcept { return mended_; }
  void note_mended() noexcept { mended_ = true; }

  /// What is left of clean_text() to do where mend() has been over the text.
  void cut(std::string& text, std::size_t limit_bytes);

 private:
  bool mended_ = false;
};

}  // namespace newsline
