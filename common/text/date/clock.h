// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/text/date/cursor.h"
#include "common/text/published.h"

namespace newsline {

/// Passes over the word for `year` behind a year, in the languages that write one (`2024 г.`, `2024-cü il`).
/// Says whether there was one.
bool skip_year_word(DateCursor& cursor);

/// Reads a time of day, and its distance from UTC where one is written, if the place is right behind a date.
/// Otherwise neither moves nor changes anything.
void read_time_behind(DateCursor& cursor, Published& published);

}  // namespace newsline
