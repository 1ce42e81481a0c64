// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <simdjson.h>

#include <map>
#include <string>
#include <string_view>

#include "common/article/html/metadata/facts.h"

namespace newsline::html {

/// Names by `@id`, for what is only referred to.
using JsonLdNames = std::map<std::string_view, std::string_view, std::less<>>;

/// How surely an object of this `@type` is the page's article; 0 if it is none.
[[nodiscard]] int article_rank(simdjson::dom::object object);

/// What an object of schema.org's Article, or of what is like it, says.
[[nodiscard]] Facts article_facts(simdjson::dom::object object, const JsonLdNames& names);

}  // namespace newsline::html
