// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace newsline {

/// A counter found in a text.
struct WrittenCount {
  std::uint64_t value = 0;
  std::size_t bytes = 0;  ///< that its digits and separators take
};

/// The counter that starts `text`, as people write one: `487`, `1,487`, `1.487`, `1 204`, `1'204`, in the
/// decimal digits of any script in use. After a separator stand exactly three digits; blanks of any width
/// separate. What is followed by a further digit or by a decimal fraction (`1,48`, `1.4`) is no counter, and
/// neither is more than 19 digits.
[[nodiscard]] std::optional<WrittenCount> count_at_start(std::string_view text);

}  // namespace newsline
