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
/// `2024-03-12`, `12 марта 2024 г.`, `12 մարտի 2024`, `2024年3月12日`, with a time right behind it where one
/// stands (`12 March 2024, 09:30`; `+04:00`, `UTC` and `GMT+4` are read, names of other zones are not). The
/// span covers all that. Month names, wide and abbreviated, in genitive and nominative, are ICU's for the
/// languages listed in date/month_names.cpp, compared after fold(); a name that means different months in
/// different languages (Croatian and Polish `lis`) is none. Numbers with points or blanks are day.month.year;
/// with slashes or hyphens and the year last they are read only when one order is possible (`25/03/2024`) or
/// both are the same; with the year first they are year, month, day. A year has four digits, 1500 to 2199;
/// one of 2400 to 2600 beside a Thai month is Buddhist. Arabic-Indic and other decimal digits count as
/// digits. Impossible dates are not dates. Cost: linear in the line; the month names are loaded at the first
/// call (about half a millisecond a language). Threads: any.
[[nodiscard]] std::optional<WrittenDate> find_date(std::string_view line);

}  // namespace newsline
