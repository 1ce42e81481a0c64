// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "common/text/published.h"
#include "common/text/span.h"

namespace newsline {

/// A date found in a line of text.
struct WrittenDate {
  Published published;
  Span span;  ///< where it stands in the line
};

/// The first date in one line of a page, as people write it: `12 March 2024`, `March 12, 2024`, `12.03.2024`,
/// `2024-03-12`, `12 марта 2024 г.`, `12 մարտի 2024`, `2024年3月12日`, with a time behind it where one stands
/// (`12 March 2024, 09:30`). Month names, wide and abbreviated, in genitive and nominative, are ICU's for the
/// languages listed in written_date.cpp, compared after fold(). Numbers with points or blanks are
/// day.month.year; with slashes they are read only when one order is possible (`25/03/2024`, `2024/03/25`) or
/// both are the same. Arabic-Indic and other decimal digits count as digits; a year of 2400 to 2600 beside a
/// Thai month is Buddhist. Impossible dates are not dates. Cost: linear in the line; the month names are
/// loaded at the first call (about a millisecond a language). Threads: any.
[[nodiscard]] std::optional<WrittenDate> find_date(std::string_view line);

}  // namespace newsline
