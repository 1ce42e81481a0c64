// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace newsline::fault {

/// How the worker begins to tell that a run repaired its index.
inline constexpr std::string_view kRepaired = "repaired: ";

/// Everything that a user gets from an index: what export writes, by id, and the answers to fifty questions.
/// Equal for indexes of equal articles, however they came to be.
struct Content {
  std::map<std::string, std::string> articles;
  std::string answers;

  bool operator==(const Content&) const = default;
};

/// Throws Error.
[[nodiscard]] Content content_of(const std::string& index);

/// Only its articles.
[[nodiscard]] std::map<std::string, std::string> articles_of(const std::string& index);

}  // namespace newsline::fault
