// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include "common/article/markdown/front_matter.h"

namespace newsline::markdown {
namespace {

std::string name_in(const YAML::Node& table) {
  for (const auto& pair : table)
    if (pair.first.IsScalar() && is_name_key(pair.first.Scalar()) && pair.second.IsScalar())
      return pair.second.Scalar();
  return {};
}

void add_values(FieldList& fields, const YAML::Node& value) {
  if (value.IsScalar()) fields.add(value.Scalar());
  if (value.IsMap()) fields.add(name_in(value));
  if (!value.IsSequence()) return;
  for (const auto& item : value) {
    if (item.IsScalar()) fields.add(item.Scalar());
    if (item.IsMap()) fields.add(name_in(item));
  }
}

void add_table(FieldList& fields, const YAML::Node& table, bool is_nested) {
  for (const auto& pair : table) {
    if (!pair.first.IsScalar()) continue;
    const std::string& key = pair.first.Scalar();
    if (!is_nested && is_nested_table(key) && pair.second.IsMap())
      add_table(fields, pair.second, true);
    else if (fields.begin(key))
      add_values(fields, pair.second);
  }
}

}  // namespace

std::variant<FrontFields, FrontFault> yaml_fields(std::string_view text) {
  FieldList fields;
  try {
    const YAML::Node root = YAML::Load(std::string(text));
    if (root.IsNull()) return FrontFields{};
    if (!root.IsMap()) return FrontFault{"its front matter is no table of YAML"};
    add_table(fields, root, false);
  } catch (const YAML::Exception& error) {
    return FrontFault{
        fmt::format("its front matter is broken YAML: line {}: {}", error.mark.line + 2, error.msg)};
  }
  return std::move(fields).take();
}

}  // namespace newsline::markdown
