// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "common/console/environment.h"

namespace newsline {

/// What `--color` says.
enum class ColorWhen { automatic, always, never };

/// `auto`, `always` or `never`; nothing for any other word.
[[nodiscard]] std::optional<ColorWhen> color_when(std::string_view word);

/// Whether to colour. `--color always` and `never` decide alone; automatic means: on a terminal that is not
/// `TERM=dumb` (or nameless), unless NO_COLOR is set (no-color.org).
[[nodiscard]] bool is_colored(ColorWhen when, const Environment& environment, bool is_terminal);

[[nodiscard]] bool is_terminal(int descriptor);

/// Columns of the terminal behind the descriptor; nothing if it is none or does not say.
[[nodiscard]] std::optional<std::size_t> terminal_columns(int descriptor);

/// The few ways in which our programs let text stand out: SGR sequences around it, or the text as it is.
/// Colours are those of the terminal's own theme. The text is safe for a terminal before it comes here.
class Paint {
 public:
  explicit Paint(bool colored) : colored_(colored) {}

  [[nodiscard]] std::string strong(std::string_view text) const { return sgr("1", text); }
  [[nodiscard]] std::string accent(std::string_view text) const { return sgr("1;35", text); }
  [[nodiscard]] std::string dim(std::string_view text) const { return sgr("2", text); }
  [[nodiscard]] std::string alarm(std::string_view text) const { return sgr("1;31", text); }

 private:
  [[nodiscard]] std::string sgr(std::string_view code, std::string_view text) const;

  bool colored_;
};

}  // namespace newsline
