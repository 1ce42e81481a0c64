// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "common/search/query/parse_query.h"

namespace newsline::test {

/// The day from which `since:` counts in these tests.
inline constexpr std::chrono::sys_days kToday = std::chrono::year{2024} / 3 / 12;

struct Understood {
  std::string_view question;
  std::string_view tree;  ///< as describe() has it
};

/// A question that is refused.
struct Refused {
  std::string_view question;
  std::string_view message;  ///< as it begins
  std::size_t column;        ///< code points before the place, plus one
  std::string_view hint;     ///< a part of it
};

/// The tree in one line, or `mistake at BYTE: MESSAGE`.
[[nodiscard]] std::string read_as(std::string_view question, MatchMode match = MatchMode::all);

void check_understood(std::span<const Understood> table);
void check_refused(std::span<const Refused> table);

}  // namespace newsline::test
