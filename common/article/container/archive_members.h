// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "common/article/file/input.h"

namespace newsline {

enum class ContainerKind { tar, zip, seven_zip };

/// What kind of container the first 512 bytes or more begin; nothing if none. A tar is told by the sum of its
/// first header, so that old ones without a signature are seen as well.
[[nodiscard]] std::optional<ContainerKind> container_kind(std::string_view start);

/// More members than this are not read.
inline constexpr std::uint64_t kMostMembers = 1'000'000;
/// A zip or 7z within another container is kept in a temporary file, since its directory stands at the end;
/// one that is larger is rejected.
inline constexpr std::uint64_t kMostSpooledBytes = 1u << 30;

/// The files in a container, one after the other, in the order in which they stand. A tar is read as it
/// comes; a zip or 7z that is no plain file is copied to a temporary file without a name first. Nothing is
/// ever written under the name of a member.
class ArchiveMembers {
 public:
  /// Throws Error{data} where it cannot be opened.
  ArchiveMembers(Input input, ContainerKind kind);
  ~ArchiveMembers();
  ArchiveMembers(const ArchiveMembers&) = delete;
  ArchiveMembers& operator=(const ArchiveMembers&) = delete;

  struct Member {
    std::string name;  ///< as it stands in the container, in UTF-8 where that is known; only a name
    bool is_encrypted = false;
  };
  /// The next regular file; folders, links and devices are passed over. Throws Error{data} where the
  /// container is damaged: nothing more can be read then.
  [[nodiscard]] std::optional<Member> next();

  /// The bytes of the current member, until the next one.
  [[nodiscard]] std::unique_ptr<ByteSource> content();

  [[nodiscard]] Input& input() noexcept;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace newsline
