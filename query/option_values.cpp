// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/option_values.h"

#include <fmt/format.h>

#include <charconv>

namespace newsline {

Error usage(const std::string& message, const std::string& hint) { return {ErrorKind::usage, message, hint}; }

std::string wrong_value(std::string_view option, std::string_view choices, std::string_view text) {
  return fmt::format("{} takes {}, not \"{}\"", option, choices, text);
}

std::size_t number(std::string_view option, std::string_view text, std::size_t least, std::size_t most) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  if (!whole || value < least || value > most) {
    throw usage(wrong_value(option, fmt::format("a whole number from {} to {}", least, most), text));
  }
  return value;
}

}  // namespace newsline
