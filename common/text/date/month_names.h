// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "common/text/date/items.h"

namespace newsline {

/// A month's name at the start of some items.
struct NamedMonth {
  unsigned month = 0;         ///< 1 to 12
  unsigned behind_point = 0;  ///< what the name means behind a day with a point, `12. listopada`
  bool thai = false;          ///< the name is Thai, so the year may be Buddhist
  std::size_t items = 0;      ///< how many items the name takes, the point of an abbreviation included
};

/// Reads the longest name of a month, in ICU's spelling of any language listed in month_names.cpp. Names that
/// mean different months in different languages are read in none. The first call loads the names.
/// Threads: any.
[[nodiscard]] std::optional<NamedMonth> month_at(std::span<const DateItem> items);

}  // namespace newsline
