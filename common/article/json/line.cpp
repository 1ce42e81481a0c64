// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/json/line.h"

#include <utility>

#include "common/article/json/repair.h"

namespace newsline {
namespace {

using simdjson::error_code;

constexpr std::size_t kExactNumberBytes = 15;  // an integer of so few bytes fits the parser's types
constexpr std::string_view kByteOrderMark = "\uFEFF";

std::string reason_of(error_code error) {
  switch (error) {
    case simdjson::DEPTH_ERROR:
      return "broken JSON: nested too deeply";
    case simdjson::UNCLOSED_STRING:
      return "broken JSON: a string is not closed";
    case simdjson::STRING_ERROR:
      return "broken JSON: a string has an escape that does not exist";
    case simdjson::NUMBER_ERROR:
      return "broken JSON: a number is malformed or out of range";
    case simdjson::INCORRECT_TYPE:
      return "not a JSON object; one object a line is expected";
    default:
      return "broken JSON; one whole object a line is expected";
  }
}

/// Whether mending characters may make the line one that can be read.
bool is_about_characters(error_code error) {
  return error == simdjson::UTF8_ERROR || error == simdjson::UNESCAPED_CHARS ||
         error == simdjson::STRING_ERROR;
}

}  // namespace

JsonLine::JsonLine(simdjson::dom::parser& parser, std::string_view line) : text_(line) {
  if (text_.starts_with(kByteOrderMark)) text_.remove_prefix(kByteOrderMark.size());
  error_code error = parse(parser);
  if (is_about_characters(error)) {
    error = parse_changed(parser, with_mended_characters(text_));
    mended_ = true;
  }
  if (error == simdjson::NUMBER_ERROR) {
    error = parse_changed(parser, with_quoted_numbers(text_, kExactNumberBytes));
  }
  if (error != simdjson::SUCCESS) reason_ = reason_of(error);
}

error_code JsonLine::parse(simdjson::dom::parser& parser) {
  if (text_.empty()) return simdjson::EMPTY;  // the parser would copy from where nothing is
  return parser.parse(text_.data(), text_.size()).get(record_);
}

error_code JsonLine::parse_changed(simdjson::dom::parser& parser, std::string changed) {
  changed_ = std::move(changed);
  text_ = changed_;
  return parse(parser);
}

}  // namespace newsline
