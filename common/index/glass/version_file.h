// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/index/glass/mapped_table.h"

namespace newsline::glass {

/// How the file begins: the name of the format, and the day of the form that Xapian 1.4 writes.
inline constexpr std::string_view kVersionMagic("\x0f\x0dXapian Glass\x04\x6e", 16);

/// What follows it: bytes that no other database has.
inline constexpr std::size_t kIdentityBytes = 16;

/// The file `iamglass` of a database: which state of its tables is the newest
/// (xapian-core, backends/glass/glass_version.cc).
struct VersionFile {
  std::uint32_t revision = 0;
  TableRoot postings;
  TableRoot documents;  ///< their texts
  TableRoot synonyms;
};

/// Where it stands in the folder of a database.
[[nodiscard]] inline std::string version_path(const std::string& folder) { return folder + "/iamglass"; }

/// Throws Xapian::DatabaseOpeningError where there is none, std::system_error where it cannot be read,
/// Xapian::DatabaseCorruptError where it is damaged.
[[nodiscard]] VersionFile read_version_file(const std::string& folder);

}  // namespace newsline::glass
