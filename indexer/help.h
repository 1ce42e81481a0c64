// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "indexer/options.h"

namespace newsline {

/// What stands below the list of commands: an example, the exit codes.
[[nodiscard]] std::string help_footer();

/// What stands below the options of a command: an example, what else is to know, the exit codes.
[[nodiscard]] std::string help_footer(Action action);

/// What is wrong in a file of --config, from the words that CLI11 has for it.
[[nodiscard]] std::string config_reason(std::string_view message);

}  // namespace newsline
