// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>
#include <toml++/toml.h>

#include <sstream>

#include "common/article/markdown/front_matter.h"

namespace newsline::markdown {
namespace {

/// A scalar as it is written: dates in the form of ISO 8601.
std::string scalar(const toml::node& value) {
  if (const auto* text = value.as_string()) return text->get();
  std::ostringstream out;
  value.visit([&](const auto& node) {
    if constexpr (toml::is_date<decltype(node)> || toml::is_date_time<decltype(node)> ||
                  toml::is_integer<decltype(node)> || toml::is_boolean<decltype(node)>) {
      out << std::boolalpha << node.get();
    }
  });
  return out.str();
}

std::string name_in(const toml::table& table) {
  for (const auto& [key, value] : table)
    if (is_name_key(key.str()) && value.is_string()) return scalar(value);
  return {};
}

void add_values(FieldList& fields, const toml::node& value) {
  if (const auto* table = value.as_table()) return fields.add(name_in(*table));
  const auto* list = value.as_array();
  if (list == nullptr) return fields.add(scalar(value));
  for (const toml::node& item : *list) fields.add(item.is_table() ? name_in(*item.as_table()) : scalar(item));
}

void add_table(FieldList& fields, const toml::table& table, bool is_nested) {
  for (const auto& [key, value] : table) {
    if (!is_nested && is_nested_table(key.str()) && value.is_table())
      add_table(fields, *value.as_table(), true);
    else if (fields.begin(key.str()))
      add_values(fields, value);
  }
}

}  // namespace

std::variant<FrontFields, FrontFault> toml_fields(std::string_view text) {
  FieldList fields;
  try {
    add_table(fields, toml::parse(text), false);
  } catch (const toml::parse_error& error) {
    return FrontFault{fmt::format("its front matter is broken TOML: line {}: {}",
                                  error.source().begin.line + 1, error.description())};
  }
  return std::move(fields).take();
}

}  // namespace newsline::markdown
