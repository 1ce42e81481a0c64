// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/console/terminal.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace newsline {

std::optional<ColorWhen> color_when(std::string_view word) {
  if (word == "auto") return ColorWhen::automatic;
  if (word == "always") return ColorWhen::always;
  if (word == "never") return ColorWhen::never;
  return std::nullopt;
}

bool is_colored(ColorWhen when, const Environment& environment, bool is_terminal) {
  if (when != ColorWhen::automatic) return when == ColorWhen::always;
  const std::string_view kind = value_of(environment, "TERM");
  return is_terminal && !kind.empty() && kind != "dumb" && value_of(environment, "NO_COLOR").empty();
}

bool is_terminal(int descriptor) { return isatty(descriptor) == 1; }

std::optional<std::size_t> terminal_columns(int descriptor) {
  winsize size{};
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return std::nullopt;
  return size.ws_col;
}

std::string Paint::sgr(std::string_view code, std::string_view text) const {
  if (!colored_ || text.empty()) return std::string(text);
  return fmt::format("\x1B[{}m{}\x1B[0m", code, text);
}

}  // namespace newsline
