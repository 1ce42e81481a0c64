// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "query/arguments.h"
#include "query/options.h"

namespace newsline {

/// What a command is for, how it is called, its options, an example, and the exit codes: one screen.
[[nodiscard]] std::string help_text(CommandName command, const std::vector<OptionEntry>& options);

}  // namespace newsline
