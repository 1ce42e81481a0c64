// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "common/text/token_list.h"

namespace newsline {

/// A place where a text says what an acronym stands for: `Collective Security Treaty Organization (CSTO)`, or
/// the other way round.
struct Definition {
  Token acronym;
  std::span<const Token> long_form;  ///< two words or more, side by side in the text
};

/// The definitions in a text, by the place of their brackets. `tokens` are its words; the spans and forms of
/// the result are theirs.
///
/// After Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical
/// text" (2003), for any script that has capitals. An acronym is a word of 2 to 10 letters, of which two, and
/// half of them, are capitals, the first among them. It stands alone in its brackets, up to a comma or
/// semicolon, behind at most two other words (`(hereafter CSTO)`). The long form are words directly before
/// the bracket, within one sentence, at most min(n + 5, 2n) for n letters. Stricter than there, because what
/// is learned changes answers: of all ways to find the letters in the words, in order, the one with the most
/// of them at the beginnings of words is taken; the first letter begins the first word, every word that has
/// none is a short one such as `of`, and a half of the letters at least begin words. Accents do not matter. A
/// suffix behind an apostrophe does not belong to the long form (`Örgütü'nün`).
///
/// Linear in the text; a bracket costs some microseconds.
[[nodiscard]] std::vector<Definition> definitions_in(std::string_view text, std::span<const Token> tokens);

}  // namespace newsline
