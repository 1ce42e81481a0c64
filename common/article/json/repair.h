// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace newsline {

/// A line of JSON with what makes parsers refuse a whole record for one bad character put right: ill-formed
/// UTF-8 and escapes of lone surrogates become U+FFFD, control characters blanks.
[[nodiscard]] std::string with_mended_characters(std::string_view line);

/// A line of JSON with the numbers that take more than so many bytes, or have an exponent of three digits and
/// more, put in quotes, so that they reach the reader digit by digit.
[[nodiscard]] std::string with_quoted_numbers(std::string_view line, std::size_t longer_than_bytes);

}  // namespace newsline
