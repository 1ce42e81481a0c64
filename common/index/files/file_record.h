// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/article/file/walk.h"
#include "common/index/files/packed_key.h"
#include "common/index/ledger/file_entry.h"

/// The records of which the lists of a run are made (sorted_records.h). Their views are of the record.
namespace newsline {

/// FoundFile without its path: one is another, byte by byte, where all that tells a change is the same.
inline constexpr std::size_t kStateBytes = 32;

/// A file that was found; by key.
struct FoundRecord {
  std::string_view key;    ///< bytes_of() it
  std::string_view state;  ///< kStateBytes
  std::string_view path;
};
[[nodiscard]] std::string found_record(const FoundFile& file, const PackedKey& key);
[[nodiscard]] FoundRecord read_found_record(std::string_view record);

/// What stays the same where a file is moved.
[[nodiscard]] std::string identity_record(const FoundFile& file);

/// A file of which the ledger has an entry; by key.
struct KnownRecord {
  std::string_view key;
  std::string_view state;
  std::uint32_t source = 0;  ///< ordinal of the source to which it belongs
  bool is_complete = false;
  bool is_settled = false;  ///< a change since it was read would show in its state
  bool has_rejections = false;
};
[[nodiscard]] std::string known_record(const std::string& key, const FileEntry& entry, std::uint32_t source);
[[nodiscard]] KnownRecord read_known_record(std::string_view record);

/// A file that is to be looked into; by path.
struct PlannedFile {
  FoundFile file;          ///< only its path where it was not found
  bool was_found = false;  ///< by the walk
  bool is_known = false;   ///< the ledger has an entry of it
};
[[nodiscard]] std::string planned_record(const FoundRecord& found, bool is_known);
/// Of a file that was not found and has an entry.
[[nodiscard]] std::string planned_record(const std::string& path);
[[nodiscard]] PlannedFile read_planned_record(std::string_view record);

}  // namespace newsline
