// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/json/forms.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "common/article/field/numbers.h"
#include "common/article/field/white_space.h"
#include "common/text/written_date.h"

namespace newsline::json_form {
namespace {

using simdjson::dom::element_type;

/// The first day that a date may say and the first that it may not, in seconds since 1970.
constexpr double kFirstSecond = -62'135'596'800.0;  // 0001-01-01
constexpr double kEndSecond = 253'402'300'800.0;    // 10000-01-01
constexpr double kLeastMilliseconds = 1e11;

std::optional<Published> date_of_number(double number) {
  const double seconds = std::floor(std::abs(number) > kLeastMilliseconds ? number / 1000 : number);
  if (!(seconds >= kFirstSecond && seconds < kEndSecond)) return std::nullopt;
  const std::chrono::sys_seconds moment{std::chrono::seconds{static_cast<std::int64_t>(seconds)}};
  const auto day = std::chrono::floor<std::chrono::days>(moment);
  return Published{day, moment - day, std::chrono::minutes{0}};
}

/// Seconds since 1970 written as a string. Eight digits are a day of ISO 8601, nine or more are not.
std::optional<Published> date_of_digits(std::string_view text) {
  constexpr std::size_t kLeastDigits = 9;
  constexpr std::size_t kMostDigits = 15;
  if (text.size() < kLeastDigits || text.size() > kMostDigits) return std::nullopt;
  double number = 0;
  for (const char character : text) {
    if (character < '0' || character > '9') return std::nullopt;
    number = number * 10 + (character - '0');
  }
  return date_of_number(number);
}

std::optional<Published> date_of_text(std::string_view text) {
  constexpr std::size_t kLongestDate = 200;
  if (text.size() > kLongestDate) return std::nullopt;
  if (const auto date = parse_iso8601(text)) return date;
  if (const auto date = date_of_digits(trim(text))) return date;
  const auto written = find_date(one_line(text));
  return written ? std::optional(written->published) : std::nullopt;
}

std::optional<std::string_view> name(Element value) {
  Element named;
  if (value.is_object()) return value["name"].get(named) == simdjson::SUCCESS ? text(named) : std::nullopt;
  return text(value);
}

}  // namespace

bool is_absent(Element value) {
  switch (value.type()) {
    case element_type::NULL_VALUE:
      return true;
    case element_type::STRING:
      return value.get_string().value_unsafe().empty();
    case element_type::ARRAY: {
      const simdjson::dom::array array = value.get_array().value_unsafe();
      return array.begin() == array.end();
    }
    default:
      return false;
  }
}

std::optional<std::string_view> text(Element value) {
  std::string_view text;
  return value.get(text) == simdjson::SUCCESS ? std::optional(text) : std::nullopt;
}

std::optional<std::string> id(Element value) {
  std::int64_t number = 0;
  if (value.get(number) == simdjson::SUCCESS) return std::to_string(number);
  std::uint64_t large = 0;
  if (value.get(large) == simdjson::SUCCESS) return std::to_string(large);
  const auto string = text(value);
  return string ? std::optional<std::string>(*string) : std::nullopt;
}

std::optional<std::uint64_t> count(Element value) {
  constexpr double kEndOfExactIntegers = 9'007'199'254'740'992.0;  // 2^53
  std::uint64_t number = 0;
  if (value.get(number) == simdjson::SUCCESS) return number;
  double fraction = 0;
  if (value.is_double() && value.get(fraction) == simdjson::SUCCESS) {
    const bool is_whole = fraction >= 0 && fraction < kEndOfExactIntegers && std::floor(fraction) == fraction;
    return is_whole ? std::optional(static_cast<std::uint64_t>(fraction)) : std::nullopt;
  }
  const std::string_view digits = trim(text(value).value_or(""));
  const auto written = count_at_start(digits);
  return written && written->bytes == digits.size() ? std::optional(written->value) : std::nullopt;
}

std::optional<std::optional<Published>> date(Element value) {
  double number = 0;
  if (value.is_number() && value.get(number) == simdjson::SUCCESS) return date_of_number(number);
  const auto string = text(value);
  if (!string) return std::nullopt;
  return std::make_optional(date_of_text(*string));
}

std::optional<std::vector<std::string_view>> names(Element value) {
  simdjson::dom::array array;
  std::vector<std::string_view> names;
  if (value.get(array) != simdjson::SUCCESS) {
    const auto only = name(value);
    return only ? std::optional(std::vector{*only}) : std::nullopt;
  }
  for (const Element item : array) {
    if (item.is_null()) continue;
    const auto next = name(item);
    if (!next) return std::nullopt;
    names.push_back(*next);
  }
  return names;
}

std::optional<std::string> paragraphs(Element value) {
  simdjson::dom::array array;
  if (value.get(array) != simdjson::SUCCESS) return std::nullopt;
  std::string joined;
  for (const Element item : array) {
    if (item.is_null()) continue;
    const auto paragraph = text(item);
    if (!paragraph) return std::nullopt;
    if (!joined.empty()) joined += '\n';
    joined += *paragraph;
  }
  return joined;
}

}  // namespace newsline::json_form
