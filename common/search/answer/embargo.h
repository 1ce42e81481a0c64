// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "common/index/glass/snapshot.h"
#include "common/search/scan/plan.h"

/// What nobody may see yet. For the files of common/search only: this header mentions Xapian.
namespace newsline {

/// The plan without articles whose embargo ends later than `now` (nothing: the clock's) or that were
/// withdrawn. The plan itself where the index holds no such article, so that it costs nothing there.
[[nodiscard]] Plan without_hidden(Plan plan, const Snapshot& database,
                                  std::optional<std::chrono::sys_seconds> now);

/// These articles, ascending. Reads only the values of articles that have or had an embargo.
[[nodiscard]] std::vector<Xapian::docid> hidden_documents(const Snapshot& database,
                                                          std::optional<std::chrono::sys_seconds> now);

/// How many of `documents` (ascending) have a term. Costs a step for each of them, or for each that has the
/// term, whichever are fewer.
[[nodiscard]] std::size_t count_among(const std::vector<Xapian::docid>& documents, const std::string& term,
                                      const Snapshot& database);

}  // namespace newsline
