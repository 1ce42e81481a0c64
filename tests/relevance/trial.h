// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "common/search/archive.h"
#include "tests/relevance/answers.h"
#include "tests/relevance/collection.h"

namespace newsline::relevance {

/// How the questions of a collection are put.
enum class Asking {
  plain_any,  ///< as plain words, of which any is enough
  as_written  ///< in the query language, with its defaults
};

/// Makes an index of a collection's documents in `folder`; returns how many there are.
std::uint64_t make_index(const Collection& collection, const std::string& folder);

/// Puts every question, its words meant so. Throws Error.
[[nodiscard]] Answers ask_all(const Collection& collection, Archive& archive, Asking asking,
                              Matching matching);

}  // namespace newsline::relevance
