// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string_view>

namespace CLI {
class FormatterBase;
}

namespace newsline {

inline constexpr std::string_view kProgram = "newsline-index";

/// Lays out what --help prints.
[[nodiscard]] std::shared_ptr<CLI::FormatterBase> help_formatter();

}  // namespace newsline
