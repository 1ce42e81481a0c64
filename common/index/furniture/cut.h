// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/text/span.h"

namespace newsline {

/// How many lines of a body are furniture at its beginning and at its end: they are stored, and neither
/// searched nor shown in passages. Blank lines do not count.
struct EdgeCut {
  std::uint8_t head = 0;
  std::uint8_t tail = 0;

  [[nodiscard]] bool empty() const noexcept { return head == 0 && tail == 0; }
  bool operator==(const EdgeCut&) const = default;
};

/// The value of schema::slot::kFurniture: two bytes; empty where nothing is cut.
[[nodiscard]] std::string cut_value(EdgeCut cut);
[[nodiscard]] EdgeCut cut_of_value(std::string_view value);

/// What is left of a body, without white space at its ends where something was cut.
[[nodiscard]] Span kept_of(std::string_view body, EdgeCut cut);

/// Take the first or last line that is not blank off `rest`, which is a part of a body; nothing if there is
/// none. What they give has no white space at its ends.
[[nodiscard]] std::optional<std::string_view> take_first_line(std::string_view& rest);
[[nodiscard]] std::optional<std::string_view> take_last_line(std::string_view& rest);

}  // namespace newsline
