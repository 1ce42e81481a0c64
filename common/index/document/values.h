// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/published.h"

/// Encodings of the value slots. Values of one slot compare, byte by byte, as what they stand for.
namespace newsline {

/// Sorts newest first, then by id; articles without a date come last. Ids of more than schema::kMaxTermBytes
/// sort by their beginning (bounded_form()).
[[nodiscard]] std::string newest_key(const std::optional<Published>& published, std::string_view id);

/// Whether a newest_key() is of an article without a date.
[[nodiscard]] bool is_undated(std::string_view newest_key);

/// Turns a newest_key() into one that sorts oldest first, then by id; articles without a date still come
/// last.
[[nodiscard]] std::string oldest_key(std::string newest_key);

/// The id in a newest_key() or an oldest_key().
[[nodiscard]] std::string_view id_of_key(std::string_view key);

/// `yyyymmdd`.
[[nodiscard]] std::string day_value(std::chrono::sys_days day);
[[nodiscard]] std::optional<std::chrono::sys_days> day_of_value(std::string_view value);

/// Sorts by number: one byte that counts the bytes behind it, then these, most significant first, without
/// leading zeros.
[[nodiscard]] std::string number_value(std::uint64_t number);
[[nodiscard]] std::optional<std::uint64_t> number_of_value(std::string_view value);

/// Names, each behind its length in bytes as a base-128 number (low group first). No names: empty.
[[nodiscard]] std::string names_value(const std::vector<std::string>& names);

/// That of one name, or of none where it is empty.
[[nodiscard]] std::string name_value(const std::string& name);

/// Calls `each(std::string_view name)` for every name in a names_value(). Returns false at a damaged value.
template <typename Each>
bool for_each_name(std::string_view value, Each each) {
  while (!value.empty()) {
    std::size_t length = 0;
    std::size_t at = 0;
    unsigned shift = 0;
    for (;; shift += 7) {
      if (at == value.size() || shift > 28) return false;
      const auto group = static_cast<unsigned char>(value[at++]);
      length |= static_cast<std::size_t>(group & 0x7fU) << shift;
      if ((group & 0x80U) == 0) break;
    }
    if (length > value.size() - at) return false;
    each(value.substr(at, length));
    value.remove_prefix(at + length);
  }
  return true;
}

/// Throws the Error{data} for a value that no names_value() can be.
[[noreturn]] void throw_damaged_names();

}  // namespace newsline
