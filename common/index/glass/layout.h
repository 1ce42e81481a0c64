// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

/// How a block of a table of glass 1.4 is laid out (xapian-core, backends/glass/glass_table.h): a head, a
/// directory of where its items begin, free space, and the items from the end on.
namespace newsline::glass {

inline constexpr std::size_t kLevelAt = 4;          ///< behind the revision
inline constexpr std::size_t kDirectoryEndAt = 9;   ///< behind the greatest and the whole free space
inline constexpr std::size_t kDirectoryBegin = 11;  ///< behind the end of the directory
inline constexpr std::size_t kEntryBytes = 2;       ///< of the directory
inline constexpr std::size_t kItemHeadBytes = 3;    ///< of a leaf's item: marks and length, length of the key
inline constexpr std::size_t kBranchHeadBytes = 5;  ///< of any other's: block, length of the key
inline constexpr std::size_t kCounterBytes = 2;     ///< of a component

/// Marks of a leaf's item, above the length of what follows its head.
inline constexpr unsigned kIsCompressed = 0x8000;
inline constexpr unsigned kIsLast = 0x4000;   ///< component of its entry
inline constexpr unsigned kIsFirst = 0x2000;  ///< likewise
inline constexpr unsigned kLengthBits = 0x1fff;

/// How a compressed tag begins that is one block, stored as it is: the last one, of type 0. Its length and
/// the complement of that follow, low byte first (RFC 1951, 3.2.4).
inline constexpr char kIsOnlyStoredBlock = '\x01';

}  // namespace newsline::glass
