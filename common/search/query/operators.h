// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>

#include "common/search/query/lexer.h"

namespace newsline {

struct Operator {
  LexemeKind kind = LexemeKind::op_and;
  std::uint32_t distance = 0;  ///< of a NEAR
};

/// The operator that a word without blanks is (AND, OR, NOT, NEAR, NEAR/5, full-width too), or nothing. One
/// that is nearly written so, `near/5` or another language's `W/5`, is a mistake.
[[nodiscard]] std::variant<std::optional<Operator>, Mistake> operator_of(std::string_view word, Span where);

}  // namespace newsline
