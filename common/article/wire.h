// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/text/published.h"

namespace newsline {

/// What a news agency says of an article to those who work with it. All of it may be missing.
struct Wire {
  std::string slugline;               ///< the name of the story on the wire: `US-Finance-Fed`
  std::string dateline;               ///< where and when it was written: `MOSCOW, Monday`
  std::vector<std::string> subjects;  ///< codes as written: `medtop:20000350`; their names are among the tags
  std::optional<std::uint64_t> urgency;  ///< 1 is the highest; IPTC's scale ends with 9
  std::optional<std::uint64_t> version;  ///< the later is the higher
  /// Nobody may read it before; a day without a time begins at its midnight, UTC.
  std::optional<Published> embargo;
  bool is_withdrawn = false;  ///< taken back by its agency: the article is empty but for its id

  bool operator==(const Wire&) const = default;
};

}  // namespace newsline
