// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace newsline::test {

/// A file that is to be packed, or a link where `link_to` says so.
struct Packed {
  std::string name;
  std::string bytes;
  std::string link_to{};
};

/// An archive of these files, as bytes: `tar`, `zip` or `7z`, with a passphrase where it is a zip.
[[nodiscard]] std::string packed(const std::vector<Packed>& files, std::string_view kind,
                                 const std::string& passphrase = {});

/// Bytes compressed by `gz`, `zst`, `xz`, `bz2` or `lz4`.
[[nodiscard]] std::string compressed(std::string_view bytes, std::string_view kind);

}  // namespace newsline::test
