// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/article/wire.h"

namespace newsline {

/// Which of several records of one article counts, whatever files hold them: the one with the higher number.
/// 0 where an agency says nothing of versions, and the path decides. A withdrawal goes before the same
/// version, and one that names no version before all.
[[nodiscard]] std::uint64_t precedence_of(const Wire& wire);

/// Whose record the text of a document is. Kept only where `precedence` is not 0.
struct Claimant {
  std::uint64_t precedence = 0;
  std::string file_key;
};

/// The value of slot::kPrecedence: number_value() of the precedence, then the key of the file. Empty where
/// the precedence is 0.
[[nodiscard]] std::string precedence_value(std::uint64_t precedence, std::string_view file_key);
[[nodiscard]] Claimant claimant_of_value(std::string_view value);

}  // namespace newsline
