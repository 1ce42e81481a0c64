// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace newsline {

/// A word that may belong to a long form.
struct LongWord {
  std::u32string letters;      ///< base_letters() of its form
  bool may_be_passed = false;  ///< may have no letter of the acronym
};

/// Where the long form begins among `words`, all of which from there on belong to it: the place of which the
/// most letters begin words, of several one that is no short word, of several the last; nothing if the
/// letters are not found as definitions_in() demands. `letters` has 2 to 10. Time: products of the lengths,
/// which are small.
[[nodiscard]] std::optional<std::size_t> long_form_start(std::u32string_view letters,
                                                         std::span<const LongWord> words);

}  // namespace newsline
