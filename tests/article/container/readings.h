// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/article/reader.h"

namespace newsline::test {

/// What is read from a file of this name with these bytes, in a folder of its own, a line each: `id: title`,
/// or `path: reason` (`path:line: reason`). The folder's name is left out.
[[nodiscard]] std::vector<std::string> lines_read(const std::string& name, std::string_view bytes,
                                                  const std::string& as = {});

/// All that is read.
[[nodiscard]] std::vector<Reading> readings_of(const ReadContext& context);

}  // namespace newsline::test
