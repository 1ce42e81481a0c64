// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace newsline::test {

/// A few sentences of news in one language, and the charsets in which such text lies around. The first
/// sentence ends at the first line end.
struct CharsetSample {
  std::string_view language;
  std::vector<std::string_view> charsets;  ///< names that ICU knows, and `armscii-8`
  std::string_view text;
};

[[nodiscard]] const std::vector<CharsetSample>& charset_samples();

}  // namespace newsline::test
