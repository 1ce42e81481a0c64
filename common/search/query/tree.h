// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "common/text/span.h"

/// What a question means, before any index is asked. Made by parse_query(), read by compile(), the snippets
/// and --explain.
namespace newsline {

/// Where words are looked for.
enum class WordField { text, title };  ///< text: title and body

/// What a function word counts beside another: best over all judged collections (RELEVANCE.md).
inline constexpr double kFunctionWordWeight = 0.5;

/// Words that stand side by side in this order; of one form: a word. Several forms come from `"quotes"`, and
/// from one word that the tokenizer takes apart (`e-mail`, `亚美尼亚总理`).
struct Words {
  std::vector<std::string> forms;  ///< folded, at least one
  WordField field = WordField::text;
  bool quoted = false;            ///< in quotes, or `=word`: exactly these forms
  std::uint32_t repeats = 1;      ///< how often the question says it (plain questions); weighs as often
  bool is_function_word = false;  ///< of the question's language (mark_function_words())
  bool near_spelling = false;     ///< `word~`, of one form, not quoted: or one that is spelled about so

  /// What it counts in the ranking, where 1 is a word that is said once.
  [[nodiscard]] double weight() const { return repeats * (is_function_word ? kFunctionWordWeight : 1.0); }
};

/// Every word that begins so; `stem` is folded.
struct Prefix {
  std::string stem;
  WordField field = WordField::text;
};

/// Each of these words, at places of their own, at most `distance` words apart, in any order: at most
/// `distance` - 1 words that are not asked for stand between the first and the last of them (of 1: side by
/// side).
struct Near {
  std::vector<Words> parts;  ///< two or more, of one form each
  std::uint32_t distance = 10;
};

/// A name that must be the article's: one of the exact terms. `name` is folded, but an id is as written (in
/// an address upper and lower case differ).
enum class NameField { tag, author, source, language, section, id };
struct Named {
  NameField field;
  std::string name;
};

/// Published from `first` to `last`, both included, as written; an end that is absent is open. Articles
/// without a date never match.
struct DayRange {
  std::optional<std::chrono::sys_days> first;
  std::optional<std::chrono::sys_days> last;
};

/// Read at least `least` and at most `most` times. Articles without a counter never match.
struct ReadsRange {
  std::optional<std::uint64_t> least;
  std::optional<std::uint64_t> most;
};

struct Everything {};

struct QueryNode;

struct AllOf {
  std::vector<QueryNode> parts;
};  ///< every one; one or more
struct AnyOf {
  std::vector<QueryNode> parts;
  /// Where expanded() has made it: the first part is what the question says, the others stand for it, and
  /// each weighs so much of its own weight. Else empty: all of it.
  std::vector<double> shares{};
};  ///< one at least; one or more
struct NoneOf {
  std::vector<QueryNode> parts;
};  ///< everything that matches none of them; one or more

struct QueryNode {
  std::variant<Words, Prefix, Near, Named, DayRange, ReadsRange, Everything, AllOf, AnyOf, NoneOf> meaning;
  Span where;  ///< the part of the question that says so
};

/// One line, for --explain and tests: `all(prime, "prime minister", tag:armenia, not(any(war,
/// title:peac*)))`. Words bare, phrases in quotes, `=word` for a single word in quotes, `word~`, `word^2` for
/// one that is said twice, `near/5(a, b)`, `date:2024-03-01..2024-03-31`, `reads:100..`, `*`.
[[nodiscard]] std::string describe(const QueryNode& node);

}  // namespace newsline
