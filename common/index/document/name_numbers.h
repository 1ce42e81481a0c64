// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/article/article.h"
#include "common/index/document/numbered_names.h"

/// For the files of common/index only: this header mentions Xapian.
namespace newsline {

/// Those of an article's values that can be numbers (numbered_names.h), by slot, ascending; none empty.
[[nodiscard]] std::vector<std::pair<std::uint32_t, std::string>> name_values(const Article& article);

/// Gives out numbers. One thread.
class NameNumbers {
 public:
  /// Of an index that has none.
  NameNumbers() = default;

  /// Goes on with those of an index. Throws Error{data} where they are damaged.
  explicit NameNumbers(const Xapian::Database& database);

  /// What is to be stored in a slot in place of a names_value(): its number, or itself where it is long or
  /// where there are no more numbers. The same for the same value, always.
  [[nodiscard]] std::string stored(std::uint32_t slot, const std::string& value);

  /// Writes those that are new since the last time; they belong to the same commit as what is stored.
  void write_to(Xapian::WritableDatabase& database);

 private:
  struct Slot {
    std::unordered_map<std::string, std::uint32_t> numbers;
    std::vector<const std::string*> values;  ///< keys of these, in the order of their numbers
    std::size_t written = 0;
  };

  std::uint32_t add(Slot& slot, std::string value);

  std::array<Slot, kNumberedSlots.size()> slots_;
};

}  // namespace newsline
