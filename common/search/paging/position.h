// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/search/page.h"

namespace newsline {

/// A place in the order of an answer: right behind one of its hits.
struct Position {
  double score = 0;          ///< of that hit, when it was shown
  std::string key;           ///< by which the order sorts it, or, by relevance, tells it from equal scores
  std::string id_term;       ///< of its article
  std::string state;         ///< of the article: changes whenever it does
  std::uint64_t passed = 0;  ///< hits up to this place, when it was shown

  bool operator==(const Position&) const = default;
};

/// The position as a cursor of this request: letters, digits, `-` and `_`, of which nobody needs to know
/// more. It names the question and the order; which part of the answer is shown may differ from call to call.
[[nodiscard]] std::string cursor_of(const Position& position, const Request& request);

/// The position of a cursor. Throws Error{usage} if it is none, or of another question or order.
[[nodiscard]] Position position_of(std::string_view cursor, const Request& request);

}  // namespace newsline
