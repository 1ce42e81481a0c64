// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/document/precedence.h"

#include <algorithm>
#include <limits>

#include "common/index/document/values.h"

namespace newsline {

std::uint64_t precedence_of(const Wire& wire) {
  constexpr std::uint64_t kHighest = std::numeric_limits<std::uint64_t>::max();
  if (wire.is_withdrawn && !wire.version) return kHighest;
  const std::uint64_t version = std::min(wire.version.value_or(0), kHighest / 2 - 1);
  return 2 * version + (wire.is_withdrawn ? 1 : 0);
}

std::string precedence_value(std::uint64_t precedence, std::string_view file_key) {
  return precedence == 0 ? std::string() : number_value(precedence).append(file_key);
}

Claimant claimant_of_value(std::string_view value) {
  if (value.empty()) return {};
  const std::size_t number_bytes = 1 + static_cast<unsigned char>(value.front());
  const auto precedence = number_of_value(value.substr(0, number_bytes));
  if (!precedence) return {};
  return {*precedence, std::string(value.substr(number_bytes))};
}

}  // namespace newsline
