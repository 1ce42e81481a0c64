// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// A thing that a file of feedparser's own tests says of one of its entries.
struct Expectation {
  std::size_t entry = 0;
  std::string key;    ///< title, link, published, updated, content, summary
  std::string value;  ///< as Python's literal means it; of a time, ISO 8601
};

/// The expectations in the `Expect:` line of a file, as far as they speak of an entry's title, link, dates
/// and texts; `entries` where they say how many there are. Nothing for those that depend on a header of HTTP.
[[nodiscard]] std::vector<Expectation> expectations_in(std::string_view file);
