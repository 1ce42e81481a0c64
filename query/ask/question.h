// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <variant>

#include "common/search/page.h"
#include "common/search/query/parse_query.h"
#include "query/options.h"
#include "query/render/renderer.h"

namespace newsline {

/// The tree of a question, read as the options say.
[[nodiscard]] std::variant<QueryNode, Mistake> read_question(std::string_view words, const Options& options,
                                                             std::chrono::sys_days today);

/// Says what is wrong with a question, points at it, and says what to write instead; gives the exit code.
[[nodiscard]] int tell_mistake(std::string_view words, const Mistake& mistake, Look& look);

/// The request for a tree, with the synonyms that the options name or those in the folder `index`. Throws
/// Error{usage} where they cannot be read.
[[nodiscard]] Request request_of(const Options& options, QueryNode query, const std::string& index,
                                 std::chrono::sys_days today);

}  // namespace newsline
