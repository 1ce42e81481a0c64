// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace newsline::test {

/// Text in UTF-8 as bytes of a charset that ICU knows, or of `armscii-8`. Fails the test where it cannot be
/// written in it.
[[nodiscard]] std::string encoded(std::string_view text, std::string_view charset);

/// The longest start of `text` of whole characters that takes at most so many bytes in the charset.
[[nodiscard]] std::string start_of(std::string_view text, std::string_view charset, std::size_t bytes);

}  // namespace newsline::test
