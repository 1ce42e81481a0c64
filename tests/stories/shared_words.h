// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace newsline::stories {

/// Which share of the words of the shorter text stand in runs of five or more that the other text has too.
/// By all words, where the index has but a sample of hashes.
[[nodiscard]] double shared_words(const std::vector<std::string>& one, const std::vector<std::string>& other);

}  // namespace newsline::stories
