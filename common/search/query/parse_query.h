// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

#include "common/search/query/tree.h"
#include "common/text/span.h"

namespace newsline {

/// What a question may cost at most. A question beyond one is a mistake that names it.
inline constexpr std::size_t kMaxQueryBytes = 4096;
inline constexpr std::size_t kMaxQueryDepth = 32;
inline constexpr std::size_t kMaxQueryLeaves = 256;  ///< forms, prefixes, names, ranges
inline constexpr std::size_t kMaxPhraseForms = 64;
inline constexpr std::size_t kMinPrefixLetters = 2;  ///< code points before `*`; one for Han, Kana and Hangul
inline constexpr std::uint32_t kMaxNearDistance = 99;  ///< less than lies between a title and its body

/// What is wrong with a question, and where.
struct Mistake {
  std::string message;  ///< one lower-case sentence
  std::string hint;     ///< what to write instead; may be empty
  Span where;           ///< within the question; may be empty at its end
};

/// Whether words that stand side by side are all required, or one is enough (then order is all that tells).
enum class MatchMode { all, any };

struct ParseOptions {
  MatchMode match = MatchMode::all;
  std::chrono::sys_days today{};  ///< what `since:7d` counts from
};

/// Reads a question in the language of SYNTAX.md. Any string gives a tree or a mistake whose place lies
/// within it, in time linear in the string; what was written is never silently read as something else.
[[nodiscard]] std::variant<QueryNode, Mistake> parse_query(std::string_view question,
                                                           const ParseOptions& options);

/// Takes a text as nothing but words: no operators, fields or quotes. A word said twice counts twice
/// (Words::repeats). A text without a word is a mistake. At most kMaxPlainForms distinct words are taken,
/// those said first.
inline constexpr std::size_t kMaxPlainForms = 256;
[[nodiscard]] std::variant<QueryNode, Mistake> plain_query(std::string_view text,
                                                           const ParseOptions& options);

/// The question with a line of carets under the place, both safe for a terminal; of a long question, the part
/// around the place, with `…` for what is left out. `where` lies within the question.
///
///     tag: armenia
///         ^
[[nodiscard]] std::string point_at(std::string_view question, Span where);

}  // namespace newsline
