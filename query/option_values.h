// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "common/error.h"
#include "query/names.h"

/// Reading the values of options. Every function throws Error{usage} for what it cannot read.
namespace newsline {

[[nodiscard]] Error usage(const std::string& message,
                          const std::string& hint = "newsline-query --help tells more");

/// `--limit takes a whole number, not "many"`
[[nodiscard]] std::string wrong_value(std::string_view option, std::string_view choices,
                                      std::string_view text);

[[nodiscard]] std::size_t number(std::string_view option, std::string_view text, std::size_t least,
                                 std::size_t most);

template <typename Value, std::size_t count>
[[nodiscard]] Value choice(std::string_view option, const Names<Value, count>& names,
                           const std::string& text) {
  if (const std::optional<Value> value = named(names, text)) return *value;
  throw usage(wrong_value(option, one_of(names), text));
}

}  // namespace newsline
