// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace newsline::test {

enum class Compression { gz, zst, xz, bz2 };

/// The bytes as a file of this kind holds them.
[[nodiscard]] std::string compressed(std::string_view bytes, Compression kind);

}  // namespace newsline::test
