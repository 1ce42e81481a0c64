// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/search/query/cursor.h"
#include "common/search/query/parse_query.h"
#include "common/text/tokenizer.h"

namespace newsline {

/// Reads the elements of a question that hold no others: words, phrases, `=word`, `#tag`, `field:value`.
class ElementReader {
 public:
  ElementReader(QueryCursor& cursor, const ParseOptions& options) : cursor_(cursor), today_(options.today) {}

  /// The element that begins with a word, phrase, equals, hash or field.
  Parsed element(WordField field);

  /// The error for a bracket behind a field or `#` that takes none, or for nothing behind it.
  std::nullopt_t no_value(const Lexeme& sign);

 private:
  const Lexeme* value(const Lexeme& sign);
  Parsed bare(WordField field);
  Parsed exact(WordField field);
  Parsed title(const Lexeme& sign, const Lexeme& value);
  Parsed filter(WordField field);
  Parsed name(NameField field, const Lexeme& sign, const Lexeme& value);
  Parsed delimited(std::variant<QueryNode, Mistake> made, const Lexeme& sign, const Lexeme& value);

  QueryCursor& cursor_;
  std::chrono::sys_days today_;
  Tokenizer tokenizer_;
};

}  // namespace newsline
