// SPDX-License-Identifier: GPL-3.0-or-later
#include <simdjson.h>

#include "common/article/markdown/front_matter.h"

namespace newsline::markdown {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

/// A text, a number or a truth value as it is written; empty for others.
std::string scalar(element value) {
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) return std::string(text);
  return value.is_number() || value.is_bool() ? simdjson::minify(value) : std::string();
}

std::string name_in(object table) {
  for (const auto& [key, value] : table)
    if (is_name_key(key) && value.is_string()) return scalar(value);
  return {};
}

std::string scalar_or_name(element value) {
  object table;
  return value.get(table) == simdjson::SUCCESS ? name_in(table) : scalar(value);
}

void add_values(FieldList& fields, element value) {
  simdjson::dom::array list;
  if (value.get(list) != simdjson::SUCCESS) return fields.add(scalar_or_name(value));
  for (const element item : list) fields.add(scalar_or_name(item));
}

void add_table(FieldList& fields, object table, bool is_nested) {
  for (const auto& [key, value] : table) {
    object inner;
    if (!is_nested && is_nested_table(key) && value.get(inner) == simdjson::SUCCESS)
      add_table(fields, inner, true);
    else if (fields.begin(key))
      add_values(fields, value);
  }
}

}  // namespace

std::variant<FrontFields, FrontFault> json_fields(std::string_view text) {
  simdjson::dom::parser parser;
  object root;
  if (parser.parse(text.data(), text.size()).get(root) != simdjson::SUCCESS)
    return FrontFault{"its front matter is broken JSON"};
  FieldList fields;
  add_table(fields, root, false);
  return std::move(fields).take();
}

}  // namespace newsline::markdown
