// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <simdjson.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/published.h"

namespace newsline {

/// The forms that a field of a JSON record may have. Each function reads one of them, and gives nothing where
/// the value has another form. Views live as long as the value.
namespace json_form {

using Element = simdjson::dom::element;

/// null, an empty string and an empty array say as little as no field at all.
[[nodiscard]] bool is_absent(Element value);

[[nodiscard]] std::optional<std::string_view> text(Element value);

/// A string, or a whole number of at most 64 bits by its digits.
[[nodiscard]] std::optional<std::string> id(Element value);

/// A whole number, or a string of digits with group separators.
[[nodiscard]] std::optional<std::uint64_t> count(Element value);

/// A string or a number; what it says may be no date (the inner optional).
[[nodiscard]] std::optional<std::optional<Published>> date(Element value);

/// A string, an object with a `name`, or an array of these.
[[nodiscard]] std::optional<std::vector<std::string_view>> names(Element value);

/// An array of strings, which become the paragraphs of one text.
[[nodiscard]] std::optional<std::string> paragraphs(Element value);

}  // namespace json_form

}  // namespace newsline
