// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/article/rejection.h"
#include "common/index/update.h"

namespace newsline {

/// `21578` as `21,578`.
[[nodiscard]] std::string grouped(std::uint64_t number);

/// `1 article`, `21,578 articles`.
[[nodiscard]] std::string counted(std::uint64_t number, std::string_view noun);

/// The line that ends a run, without a line end:
/// `115 articles: 115 added, 0 replaced, 0 removed; 0 rejected; 0.42 s (index: 115 articles)`, or
/// `nothing changed: 115 files found; 0 rejected; 0.01 s (index: 115 articles)`.
[[nodiscard]] std::string summary(const RunReport& report);

/// `path:line: reason`, safe for a terminal; bytes of a path that are no text stand as `%` and two
/// hexadecimal digits, so that the file can be found.
[[nodiscard]] std::string printable_rejection(const Rejection& rejection);

}  // namespace newsline
