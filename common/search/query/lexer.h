// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "common/search/query/fields.h"
#include "common/search/query/parse_query.h"
#include "common/text/span.h"

namespace newsline {

enum class LexemeKind {
  word,    ///< letters and whatever is attached to them
  phrase,  ///< `"..."`
  open,    ///< `(`
  close,   ///< `)`
  minus,   ///< directly before what it excludes
  equals,  ///< directly before the word that is meant exactly
  hash,    ///< directly before a tag
  field,   ///< `tag:`
  op_and,  ///< `AND`
  op_or,   ///< `OR`
  op_not,  ///< `NOT`
  near,    ///< `NEAR`, `NEAR/5`
  dash,    ///< one that stands alone
  end      ///< of the question; the last lexeme, always there
};

/// An element of a question, or a part of one.
struct Lexeme {
  LexemeKind kind = LexemeKind::end;
  Span where;
  std::string_view text;       ///< of a word, a lone dash; of a phrase, what stands between its quotes
  bool glued = false;          ///< no blank stands before it
  Field field = Field::title;  ///< of a field
  std::uint32_t distance = 0;  ///< of a NEAR
};

/// Takes a question apart. What stands behind `tag:`, `#` and `=` is taken as it is up to the next blank,
/// bracket or quote. `question` is valid UTF-8 and outlives the lexemes. Linear.
[[nodiscard]] std::variant<std::vector<Lexeme>, Mistake> lexemes_of(std::string_view question);

/// The mistake of a group of words that single quotes enclose: they would be apostrophes and hold nothing
/// together.
[[nodiscard]] std::optional<Mistake> single_quoted(const std::vector<Lexeme>& lexemes);

}  // namespace newsline
