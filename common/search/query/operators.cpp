// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/query/operators.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <string>

#include "common/search/query/signs.h"

namespace newsline {
namespace {

/// Default of `a NEAR b`.
constexpr std::uint32_t kNearDistance = 10;

std::string in_upper_case(std::string_view text) {
  std::string upper{text};
  for (char& byte : upper) byte = byte >= 'a' && byte <= 'z' ? static_cast<char>(byte - 32) : byte;
  return upper;
}

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// The distance operators of LexisNexis and Factiva, and NEAR as it stands elsewhere.
bool is_foreign_near(std::string_view upper) {
  for (const std::string_view name :
       std::array<std::string_view, 6>{"W/", "PRE/", "NEAR", "ADJ", "NEAR~", "ONEAR/"}) {
    if (upper.starts_with(name) && is_number(upper.substr(name.size()))) return true;
  }
  return false;
}

std::variant<std::optional<Operator>, Mistake> near(std::string_view word, Span where) {
  std::uint32_t distance = 0;
  const std::string_view digits = word.substr(word.find('/') + 1);
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), distance);
  const bool whole = error == std::errc{} && end == digits.data() + digits.size();
  if (!whole || distance < 1 || distance > kMaxNearDistance) {
    return Mistake{fmt::format("{} has no distance from 1 to {}", shown(word), kMaxNearDistance),
                   "write NEAR/5 between two words, or NEAR alone for ten words", where};
  }
  if (!word.starts_with("NEAR")) {
    return Mistake{"operators are written in capital letters",
                   fmt::format("write NEAR/{}, or put it in quotes if it is meant as words", distance),
                   where};
  }
  return Operator{LexemeKind::near, distance};
}

}  // namespace

std::variant<std::optional<Operator>, Mistake> operator_of(std::string_view written, Span where) {
  constexpr std::size_t kLongest = 32;  // in bytes; no operator is longer, whatever its width
  if (written.size() > kLongest) return std::nullopt;
  const std::string word = with_ascii_signs(written);
  if (word == "AND") return Operator{LexemeKind::op_and};
  if (word == "OR") return Operator{LexemeKind::op_or};
  if (word == "NOT") return Operator{LexemeKind::op_not};
  if (word == "NEAR") return Operator{LexemeKind::near, kNearDistance};
  const std::string upper = in_upper_case(word);
  if (upper.starts_with("NEAR/")) return near(word, where);
  if (!is_foreign_near(upper)) return std::nullopt;
  return Mistake{shown(word) + " is not an operator",
                 "write NEAR/5 for words that stand near each other, or put it in quotes", where};
}

}  // namespace newsline
