// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/text/name/letters.h"

namespace newsline {

/// Under what a word is looked for by its spellings in other scripts: the consonants of each of its readings,
/// those that scripts confuse as one. Two words of one name share a key; so do others: may_be_one_name()
/// tells them apart. Distinct, ascending, at least two letters each; none for a word that has no readings.
[[nodiscard]] std::vector<std::string> name_keys(std::string_view form);

/// Whether two words may be spellings of one name. In one script: they sound exactly alike (Zelensky,
/// Zelenskyy). Across scripts: they differ by no more than scripts make of one name: other vowels, a lost or
/// added h, consonants that one of them does not have. Symmetric. Some microseconds. Threads: any.
[[nodiscard]] bool may_be_one_name(std::string_view a, std::string_view b);

/// A word that is compared with many: what may_be_one_name() works out of it is kept.
class NamePattern {
 public:
  explicit NamePattern(std::string_view form);

  [[nodiscard]] NameScript script() const { return script_; }
  [[nodiscard]] const std::vector<std::string>& readings() const { return readings_; }

  /// may_be_one_name() of the two.
  [[nodiscard]] bool fits(const NamePattern& other) const;

  /// Whether the two may be one name if a third may be one with both. Across scripts half as much more may
  /// lie between them; in one script they sound alike, but for a vowel of five letters.
  [[nodiscard]] bool resembles(const NamePattern& other) const;

 private:
  explicit NamePattern(const std::u32string& letters);
  [[nodiscard]] bool sounds_like(const NamePattern& other, double tolerance) const;

  NameScript script_;
  std::vector<std::string> readings_;
};

}  // namespace newsline
