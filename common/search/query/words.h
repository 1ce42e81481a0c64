// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <variant>

#include "common/search/query/parse_query.h"
#include "common/search/query/tree.h"
#include "common/text/tokenizer.h"

/// The parts of a question that are looked for in texts. `text` is what stands there, `where` its place.
namespace newsline {

/// A word as it stands between blanks: Words, a Prefix, or Everything for `*`. Signs that mean something in
/// other query languages, and would be punctuation here, are mistakes.
[[nodiscard]] std::variant<QueryNode, Mistake> bare_word(std::string_view text, Span where, WordField field,
                                                         Tokenizer& tokenizer);

/// What stands behind `=`.
[[nodiscard]] std::variant<QueryNode, Mistake> exact_word(std::string_view text, Span where, WordField field,
                                                          Tokenizer& tokenizer);

/// What stands between quotes.
[[nodiscard]] std::variant<QueryNode, Mistake> phrase(std::string_view text, Span where, WordField field,
                                                      Tokenizer& tokenizer);

}  // namespace newsline
