// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <optional>
#include <vector>

#include "common/index/glass/snapshot.h"
#include "common/search/scan/plan.h"

/// Carries out a plan. Xapian keeps the lists, and its matcher is not used: it asks for the length of every
/// document that matches, which costs more than the match, and looks at all of them in any case where they
/// are to be counted. Here a length is asked for only where the document may be among the heaviest by how
/// often it has the words; what is found is the same.
///
/// Throw Xapian's exceptions. Cost: a step for each document of the rarest list that all matches must have,
/// and of all lists where one is enough; a byte for each document of the archive where a word has
/// a family or a prefix many words, 64 MiB at most in all. For the files of common/search only: this header
/// mentions Xapian.
namespace newsline {

/// A document of an answer, and what it weighs.
struct Ranked {
  Xapian::docid document = 0;
  double weight = 0;
};

/// All that match, ascending.
[[nodiscard]] std::vector<Xapian::docid> matching_documents(const Plan& plan, const Snapshot& database);

/// How many match. Constant time where known_count() tells.
[[nodiscard]] Xapian::doccount count_matches(const Plan& plan, const Snapshot& database);

/// All that match, with their weights, ascending by document.
[[nodiscard]] std::vector<Ranked> weighed_matches(const Plan& plan, const Snapshot& database);

struct Heaviest {
  std::vector<Ranked> matches;  ///< ascending by document
  std::vector<Ranked> apart;    ///< likewise
  Xapian::doccount total = 0;   ///< that match
};

/// What else heaviest_matches() tells of.
struct Noted {
  std::vector<Xapian::docid>* all = nullptr;  ///< takes in all documents that match, ascending
  std::optional<Xapian::valueno> apart{};     ///< documents with a value in this slot are kept apart
};

/// The `count` matches that weigh most, and all that weigh as much as the last of them; and all of those that
/// are kept apart.
[[nodiscard]] Heaviest heaviest_matches(const Plan& plan, std::size_t count, const Snapshot& database,
                                        const Noted& noted = {});

/// What a document weighs; nothing where it does not match.
[[nodiscard]] std::optional<double> weight_of(const Plan& plan, Xapian::docid document,
                                              const Snapshot& database);

}  // namespace newsline
