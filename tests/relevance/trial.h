// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/search/archive.h"
#include "tests/relevance/collection.h"

namespace newsline::relevance {

/// How the questions of a collection are put.
enum class Asking {
  plain_any,  ///< as plain words, of which any is enough
  as_written  ///< in the query language, with its defaults
};

/// The answers to all questions of a collection.
struct Answers {
  Run run;
  double median_ms = 0;              ///< of a first page of ten hits with snippets, from the text to the page
  std::vector<std::string> refused;  ///< ids of the questions that are no question in this language
};

/// Makes an index of a collection's documents in `folder`; returns how many there are.
std::uint64_t make_index(const Collection& collection, const std::string& folder);

/// Puts every question, its words meant so. Throws Error.
[[nodiscard]] Answers ask_all(const Collection& collection, Archive& archive, Asking asking,
                              Matching matching);

}  // namespace newsline::relevance
