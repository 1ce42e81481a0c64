// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/index/glass/snapshot.h"
#include "common/index/ledger/number_groups.h"
#include "common/index/schema.h"

/// Numbers in the place of names (FORMAT.md, Numbered names): many articles have the same tags, source or
/// section, and a number of one or two bytes is a third of what is to be gone through when they are counted,
/// and is counted without being compared. name_numbers.h gives them out. For the files of common/index and
/// common/search only: this header mentions Xapian.
namespace newsline {

/// The slots whose values are names_value() or numbers, ascending.
inline constexpr std::array<std::uint32_t, 4> kNumberedSlots = {
    schema::slot::kTags, schema::slot::kAuthors, schema::slot::kSource, schema::slot::kSection};

[[nodiscard]] bool is_numbered(std::uint32_t slot);

/// How a value begins that is a number; no names do, as none is empty.
inline constexpr char kNameNumber = '\0';

/// So many values of a slot have numbers at most, those that come first: counting needs room for each.
inline constexpr std::uint32_t kMostNameNumbers = 1U << 14U;

/// The number that a value is; nothing where it is names, or damaged.
[[nodiscard]] inline std::optional<std::uint32_t> number_in(std::string_view value) {
  if (!value.starts_with(kNameNumber)) return std::nullopt;
  NumberGroups groups{value.substr(1)};
  const std::uint64_t number = groups.take();
  if (groups.failed || !groups.bytes.empty() || number >= kMostNameNumbers) return std::nullopt;
  return static_cast<std::uint32_t>(number);
}

/// So many values are one entry of the metadata: few to look up, and little to write anew for one more.
inline constexpr std::uint32_t kNamesChunk = 64;

/// The key of such an entry, and the values in it, by number, as parts of it. Throws Error{data} where it is
/// damaged.
[[nodiscard]] std::string names_chunk_key(std::uint32_t slot, std::uint32_t chunk);
[[nodiscard]] std::vector<std::string_view> names_in_chunk(std::string_view chunk);

/// The names that numbers of one slot stand for. One thread.
class NumberedNames {
 public:
  /// Looked up in the index, which must live as long, when they are met: once for 64 neighbours.
  NumberedNames(std::uint32_t slot, const Snapshot& database) : slot_(slot), database_(&database) {}

  /// A names_value(), until the object goes. Throws Error{data} for a number that is of none.
  [[nodiscard]] std::string_view names(std::uint32_t number);

  /// Likewise of what is stored: a number or the value itself.
  [[nodiscard]] std::string_view names_of(std::string_view stored);

 private:
  struct Chunk {
    std::string bytes;
    std::vector<std::string_view> values;
  };

  std::uint32_t slot_;
  const Snapshot* database_;
  std::unordered_map<std::uint32_t, Chunk> chunks_;
};

}  // namespace newsline
