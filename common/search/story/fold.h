// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/index/glass/snapshot.h"
#include "common/search/page.h"
#include "common/search/scan/scan.h"

/// For the files of common/search only: this header mentions Xapian.
namespace newsline {

/// An answer of which each story, or each source, is one hit.
struct Folded {
  std::vector<Xapian::docid> dropped;  ///< ascending: of their story another comes before them
  std::unordered_map<std::string, std::uint64_t> matching;  ///< articles that match, by story or source
};

/// Of each story the match that comes first is kept. `matches` ascend by document; `order` tells those apart
/// that weigh as much. Cost: a value a match, and a document for each that another of its story weighs as
/// much as.
[[nodiscard]] Folded folded(const std::vector<Ranked>& matches, SortOrder order, const Snapshot& database);

/// Likewise of each source, by its folded name; those that name none are one.
[[nodiscard]] Folded first_of_sources(const std::vector<Xapian::docid>& matches, SortOrder order,
                                      const Snapshot& database);

/// The matches of a question that belong to stories.
[[nodiscard]] Plan within_stories(Plan plan);

/// What a page says of the story of a document, whose slot::kStory has the value `name` and which is shown as
/// `hit`; nothing where it stands alone. `hidden` (ascending) are articles that nobody may see. Cost: the
/// reading of the story's first article, if it is another, and where some are hidden a look at each of it.
[[nodiscard]] std::optional<Story> story_of(const std::string& name, Xapian::docid document, const Hit& hit,
                                            const std::vector<Xapian::docid>& hidden,
                                            const Snapshot& database);

/// Those of these documents (ascending) that share a story with another of them, by story, ascending.
[[nodiscard]] std::vector<std::vector<Xapian::docid>> shared_stories(
    const std::vector<Xapian::docid>& documents, const Snapshot& database);

}  // namespace newsline
