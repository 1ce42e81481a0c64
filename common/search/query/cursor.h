// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "common/search/query/lexer.h"
#include "common/search/query/parse_query.h"
#include "common/text/tokenizer.h"

namespace newsline {

/// A part of a question as understood; nothing where a mistake has been noted.
using Parsed = std::optional<QueryNode>;

/// Where the parser stands in a question, the first mistake that it met, and what limits it keeps.
class QueryCursor {
 public:
  explicit QueryCursor(std::vector<Lexeme> lexemes) : lexemes_(std::move(lexemes)) {}

  [[nodiscard]] const Lexeme& here() const { return lexemes_[next_]; }
  [[nodiscard]] bool at_start() const { return next_ == 0; }
  /// Not at the start.
  [[nodiscard]] const Lexeme& before() const { return lexemes_[next_ - 1]; }
  /// Not at the end.
  [[nodiscard]] const Lexeme& after() const { return lexemes_[next_ + 1]; }
  /// Not at the end. The lexeme lives as long as the cursor.
  const Lexeme& take() { return lexemes_[next_++]; }
  bool take_if(LexemeKind kind) {
    const bool fits = here().kind == kind;
    next_ += fits ? 1 : 0;
    return fits;
  }
  /// Whether an element begins here that no blank separates from the one before.
  [[nodiscard]] bool touches_next() const {
    return here().glued && here().kind != LexemeKind::close && here().kind != LexemeKind::end;
  }

  std::nullopt_t fail(Span where, std::string message, std::string hint) {
    if (!mistake_) mistake_ = Mistake{std::move(message), std::move(hint), where};
    return std::nullopt;
  }
  [[nodiscard]] const std::optional<Mistake>& mistake() const { return mistake_; }

  /// One bracket or NOT deeper; false, and a mistake, beyond kMaxQueryDepth. leave() afterwards.
  bool enter(Span where);
  void leave() { --depth_; }

  /// Counts a part that is looked up in the index, and says that it stands at `where`.
  Parsed leaf(std::variant<QueryNode, Mistake> made, Span where);

 private:
  std::vector<Lexeme> lexemes_;
  std::size_t next_ = 0;
  std::size_t depth_ = 0;
  std::size_t leaves_ = 0;
  std::optional<Mistake> mistake_;
};

}  // namespace newsline
