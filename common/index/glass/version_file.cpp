// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/glass/version_file.h"

#include <fcntl.h>
#include <unistd.h>
#include <xapian.h>

#include <array>
#include <cerrno>
#include <system_error>

#include "common/index/folder/file_descriptor.h"
#include "common/index/glass/pack.h"

namespace newsline::glass {
namespace {

TableRoot next_root(Bytes& bytes) {
  constexpr std::uint32_t kIsNone = 1;
  constexpr std::uint32_t kLevelShift = 2;  // behind that of tables which were written in order
  constexpr std::uint32_t kBlockShift = 11;
  constexpr std::uint32_t kMostBlockUnits = 32;
  TableRoot root;
  root.block = bytes.number();
  const std::uint32_t level_and_marks = bytes.number();
  root.has_entries = (level_and_marks & kIsNone) == 0;
  root.level = level_and_marks >> kLevelShift;
  static_cast<void>(bytes.wide_number());  // entries
  const std::uint32_t block_units = bytes.number();
  if (block_units == 0 || block_units > kMostBlockUnits)
    throw Xapian::DatabaseCorruptError("the index says that its blocks are of no possible size");
  root.block_bytes = std::size_t{block_units} << kBlockShift;
  static_cast<void>(bytes.number());  // from which size on tags are deflated
  static_cast<void>(bytes.text());    // free blocks
  return root;
}

}  // namespace

VersionFile read_version_file(const std::string& folder) {
  const std::string path = version_path(folder);
  const FileDescriptor file(path, O_RDONLY);
  if (!file && errno == ENOENT) throw Xapian::DatabaseOpeningError("there is no file " + path, errno);
  std::array<char, 1024> room{};  // Xapian reads no longer one
  const ssize_t size = file ? ::read(file.number(), room.data(), room.size()) : -1;
  if (size < 0) throw std::system_error(errno, std::generic_category(), path);
  const std::string_view text(room.data(), static_cast<std::size_t>(size));
  if (!text.starts_with(kVersionMagic) || text.size() < kVersionMagic.size() + kIdentityBytes)
    throw Xapian::DatabaseCorruptError("the version file of the index is none of Xapian 1.4");
  Bytes bytes(text.substr(kVersionMagic.size() + kIdentityBytes));
  VersionFile version;
  version.revision = bytes.number();
  version.postings = next_root(bytes);
  version.documents = next_root(bytes);
  constexpr int kOthers = 3;  // of terms, positions and spellings
  for (int other = 0; other < kOthers; ++other) static_cast<void>(next_root(bytes));
  version.synonyms = next_root(bytes);
  return version;
}

}  // namespace newsline::glass
