// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/json/field_record.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "common/article/field/white_space.h"
#include "common/article/json/fields.h"

namespace newsline {
namespace {

bool is_same_in_any_case(std::string_view left, std::string_view right) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [&](char a, char b) { return lower(a) == lower(b); });
}

}  // namespace

Reading read_field_record(JsonRecordParser& parser, const nlohmann::json& fields, std::uint64_t number,
                          const ReadContext& context) {
  return parser.read(fields.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace), number, context);
}

std::string_view known_field_name(std::string_view name) {
  const std::string_view wanted = trim(name);
  const auto* const it = std::find_if(kJsonNames.begin(), kJsonNames.end(), [&](const JsonName& known) {
    return is_same_in_any_case(known.name, wanted);
  });
  return it == kJsonNames.end() ? std::string_view{} : it->name;
}

}  // namespace newsline
