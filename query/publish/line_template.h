// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "query/render/renderer.h"

namespace newsline {

/// What a line says of a hit: text with `{title}` and other fields in it, as OUTPUT.md lists them.
class LineTemplate {
 public:
  /// `{{` and `}}` stand for braces, `\t`, `\n` and `\\` for what they do in shells. Throws Error{usage} for
  /// a field that there is none of, and for a brace or backslash that begins nothing.
  explicit LineTemplate(std::string_view text);

  /// What it says of the hit at `i`. Fields are on one line, and neither they nor the text around them have
  /// control characters: printable().
  [[nodiscard]] std::string line(const Answer& answer, std::size_t i) const;

 private:
  using Field = std::string (*)(const Answer&, std::size_t);
  using Part = std::variant<std::string, Field>;

  std::vector<Part> parts_;
};

}  // namespace newsline
