// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <doctest/doctest.h>

#include <span>
#include <string>

#include "common/text/date_stamp.h"

/// A date as a program wrote it, and what it says.
struct Stamp {
  const char* text;
  const char* expected;  ///< ISO 8601, or "" where the date is unknown
};

inline void check_stamps(std::span<const Stamp> stamps) {
  for (const Stamp& row : stamps) {
    INFO(std::string(row.text));
    const auto date = newsline::parse_date_stamp(row.text);
    CHECK((date ? newsline::iso8601(*date) : std::string()) == std::string(row.expected));
  }
}
