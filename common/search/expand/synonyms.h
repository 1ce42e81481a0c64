// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace newsline {

inline constexpr std::size_t kMaxSynonymBytes = 4u << 20;  ///< of a file

/// Words and runs of words that people have said to mean the same (SYNTAX.md).
class Synonyms {
 public:
  Synonyms() = default;

  /// Reads lines of `Kyiv = Kiev = Киев`; blank lines, and what stands behind a `#`, mean nothing. `name` is
  /// that of the file, for messages. Throws Error{usage} that names the line: no word beside a `=`, or no
  /// `=`.
  Synonyms(std::string_view text, std::string_view name);

  using Forms = std::vector<std::string>;

  /// What `words` begin with, and what means the same.
  struct Match {
    std::size_t words = 0;  ///< how many; 0: no match
    std::vector<Forms> others;
  };

  /// The longest entry with which `words` begin, and what stands beside it in any line.
  [[nodiscard]] Match match(std::span<const std::string> words) const;

  [[nodiscard]] bool empty() const { return groups_.empty(); }

 private:
  std::vector<std::vector<Forms>> groups_;                       ///< a line each
  std::multimap<std::string, std::size_t, std::less<>> places_;  ///< of groups, by first words
};

}  // namespace newsline
