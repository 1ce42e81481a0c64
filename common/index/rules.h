// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace newsline {

/// What must be equal in the program that made an index and the program that reads it.
struct Rule {
  std::string_view key;   ///< of the metadata (schema.h)
  std::string_view name;  ///< for a sentence: `ICU`
  std::string value;      ///< this program's
};

[[nodiscard]] std::vector<Rule> rules_of_this_program();

}  // namespace newsline
