// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/search/query/tree.h"

namespace newsline {

/// Which forms a bare word of a question stands for besides itself.
struct Matching {
  bool inflections = true;  ///< forms of one stem, in the languages of the index
  bool accents = true;      ///< forms that differ in accents alone
  bool names = true;        ///< spellings of a name in other scripts, and others in its own
};

/// Every word is meant exactly.
inline constexpr Matching kExactly{false, false, false};

/// What a word of a question stands for: forms that occur in the archive, besides the word itself.
struct Family {
  std::vector<std::string> near;    ///< inflections and accents, most frequent first
  std::vector<std::string> across;  ///< other spellings of a name and their inflections, likewise

  [[nodiscard]] bool empty() const { return near.empty() && across.empty(); }
};

/// The families of a question's words by their forms; words that stand for themselves alone are not in it.
using Families = std::map<std::string, Family, std::less<>>;

/// `pashinyan → пашинян, փաշինյան`.
[[nodiscard]] std::string describe(std::string_view form, const Family& family);

/// The forms of a family, near ones first.
[[nodiscard]] std::vector<std::string> all_forms(const Family& family);

/// Words that are written as one with hyphens or apostrophes, without these: `al-Mansoubi` is one word in
/// other scripts.
[[nodiscard]] std::string joined_form(const Words& words);

/// Of such words, the only one that is no particle that other scripts join to it or leave out (`al-`, `el-`,
/// `O’`); null where there are several.
[[nodiscard]] const std::string* only_name(const Words& words);

}  // namespace newsline
