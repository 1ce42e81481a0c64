// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace newsline::glass {

/// Appends positions, ascending and at least one, as glass 1.4 stores them: the last one, then, if there are
/// more, the first one, their number, and an interpolative code (Moffat and Stuiver 2000; Witten, Moffat and
/// Bell, Managing Gigabytes, 3.4) of those between.
void append_positions(std::string& out, std::span<const std::uint32_t> positions);

}  // namespace newsline::glass
