// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string_view>
#include <variant>

#include "common/search/query/parse_query.h"
#include "common/search/query/tree.h"

namespace newsline {

/// What stands before a colon in a question.
enum class Field { title, tag, author, source, lang, section, id, date, before, after, since, reads };

/// The field of this name, in upper or lower case.
[[nodiscard]] std::optional<Field> field_named(std::string_view name);

/// The names of all fields, as a hint lists them.
[[nodiscard]] std::string_view field_list();

/// `tag:` and its sisters; the value is a name as written, in quotes or not (without them here). Signs `#`
/// before a tag are not part of it.
[[nodiscard]] std::variant<QueryNode, Mistake> name_filter(NameField field, std::string_view value,
                                                           Span where);

/// `date:`, `before:`, `after:` or `since:`, counted from `today`.
[[nodiscard]] std::variant<QueryNode, Mistake> date_filter(Field field, std::string_view value, Span where,
                                                           std::chrono::sys_days today);

[[nodiscard]] std::variant<QueryNode, Mistake> reads_filter(std::string_view value, Span where);

}  // namespace newsline
