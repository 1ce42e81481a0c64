// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/index/update.h"

/// What keeps an index well besides its runs. Every function throws Error{usage} if there is no index; those
/// that change it take the write lock, so Error{busy} while a run is under way.
namespace newsline {

/// Takes the article with this id (of a page: its path) out, and no run lets it in again until remember(); or
/// else takes out all articles of the files at or under this path, and forgets the sources there. Where
/// another file holds a record of an article of such a file, that becomes the article; what still lies in a
/// remembered source comes back with the next run. Throws Error{usage} if the index knows neither.
RunReport forget(const std::string& index, const std::string& path_or_id, RunObserver& observer);

/// Lets an article in again that was forgotten by its id: the next run reads the files that hold it. Throws
/// Error{usage} if it was not forgotten.
void remember(const std::string& index, const std::string& id, RunObserver& observer);

/// A remembered source, and what the index has of it.
struct SourceSummary {
  std::string path;
  bool keeps_vanished = false;
  std::uint64_t files = 0;
  std::uint64_t articles = 0;  ///< records in these files
  std::uint64_t rejections = 0;
};

/// What runs without sources refresh, and what they pass over.
struct SourcesReport {
  std::vector<SourceSummary> sources;  ///< in the order in which they were first given
  std::vector<std::string> forgotten;  ///< ids, in byte order
};

/// Reads; needs no lock. Throws Error{usage} if there is no index.
[[nodiscard]] SourcesReport sources(const std::string& index);

/// Takes a remembered source off the list, and its articles out, as forget() does. Throws Error{usage} that
/// names the sources if this path is none.
RunReport remove_source(const std::string& index, const std::string& path, RunObserver& observer);

/// Makes the generation before the one in use the one in use; returns its name. The next run goes on from
/// there and removes the newer one. Throws Error{usage} if there is none before, Error{data} if it cannot be
/// opened, Error{needs_rebuild} if it was made by other rules: then nothing is changed.
std::string rollback(const std::string& index);

enum class CheckDepth {
  quick,  ///< the ledger, and the text of a thousand articles: for every night
  full    ///< every block, article, term and value; takes the write lock
};

/// What a check has found.
struct CheckReport {
  std::string generation;
  std::uint64_t articles = 0;  ///< that were looked at
  std::uint64_t files = 0;     ///< in the ledger
  std::uint64_t problems = 0;
  std::vector<std::string> first_problems;  ///< up to kShownProblems sentences

  [[nodiscard]] bool is_whole() const { return problems == 0; }
};

inline constexpr std::size_t kShownProblems = 20;

/// Compares what the index holds with itself: blocks by Xapian's own check; the text of every article with
/// its hash; terms, positions and values with what the text would become today; posting lists with the terms
/// of the articles; articles with the files that hold them. Damage is reported, not thrown; Error{data} only
/// where the index cannot be opened. Full: about the time of indexing it, and some 150 bytes of memory a
/// distinct term.
[[nodiscard]] CheckReport check(const std::string& index, CheckDepth depth);

/// What a repair did.
struct RepairReport {
  std::string generation;  ///< the new one
  std::uint64_t kept = 0;
  std::uint64_t lost = 0;  ///< articles whose text is damaged; the next run reads all files again
};

/// Builds a new generation from the articles that are stored in the one in use, sources not needed, and
/// switches to it. Throws Error{data} if the generation cannot be opened: then roll back, or rebuild from the
/// sources.
RepairReport repair(const std::string& index);

/// As repair(); but where an article, a source or what is known of a file could not be read, nothing is
/// changed and nothing returned.
std::optional<RepairReport> repair_without_loss(const std::string& index);

}  // namespace newsline
