// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/json/document.h"

#include "common/article/field/white_space.h"
#include "common/article/json/repair.h"
#include "common/text/charset/recognition.h"

namespace newsline {
namespace {

using simdjson::error_code;

constexpr std::size_t kExactNumberBytes = 15;  // an integer of so few bytes fits the parser's types
constexpr std::string_view kByteOrderMark = "\uFEFF";

std::string reason_of(error_code error) {
  switch (error) {
    case simdjson::EMPTY:
      return "broken JSON: there is nothing in it";
    case simdjson::DEPTH_ERROR:
      return "broken JSON: nested too deeply";
    case simdjson::UNCLOSED_STRING:
      return "broken JSON: a string is not closed";
    case simdjson::STRING_ERROR:
      return "broken JSON: a string has an escape that does not exist";
    case simdjson::NUMBER_ERROR:
      return "broken JSON: a number is malformed or out of range";
    default:
      return "broken JSON: a comma, bracket or name is missing or too many";
  }
}

}  // namespace

JsonDocument::JsonDocument(simdjson::dom::parser& parser, std::string_view bytes, std::string_view charset) {
  MendedText decoded;
  if (!charset.empty() || !(simdjson::validate_utf8(bytes) || is_mostly_utf8(bytes))) {
    decoded = recognize(bytes, charset);
    mended_ = decoded.is_mended();
    bytes = decoded.text;
  }
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  const auto parse = [&](std::string_view text) {
    // The parser would copy from where nothing is.
    return trim(text).empty() ? simdjson::EMPTY : parser.parse(text.data(), text.size()).get(root_);
  };
  error_code error = parse(bytes);
  std::string changed;
  bool is_changed = false;
  if (error == simdjson::UTF8_ERROR || error == simdjson::UNESCAPED_CHARS ||
      error == simdjson::STRING_ERROR) {
    changed = with_mended_characters(bytes);
    error = parse(changed);
    is_changed = true;
    mended_ = true;
  }
  if (error == simdjson::NUMBER_ERROR) {
    changed = with_quoted_numbers(is_changed ? std::string_view(changed) : bytes, kExactNumberBytes);
    error = parse(changed);
  }
  if (error != simdjson::SUCCESS) reason_ = reason_of(error);
}

}  // namespace newsline
