// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <utility>

#include "common/index/glass/snapshot.h"

/// For the files of common/index and common/search only: this header mentions Xapian.
namespace newsline {

/// Turns the exception that is being handled into an Error; call it in a catch block. Xapian's and std's
/// exceptions become, for the index at `path`: a lock that is held busy; a file that cannot be made, disk
/// full, read-only and permission cannot_write; too many open files busy; DatabaseCorruptError,
/// DatabaseError, std::bad_alloc out of a damaged table and every other data; DatabaseModifiedError data (a
/// caller that can retry catches it before). An Error passes as it is. The only place that does this.
[[noreturn]] void rethrow_as_error(const std::string& path);

/// Runs `work` and lets only Error out of it.
template <typename Work>
auto guarded(const std::string& path, Work&& work) -> decltype(work()) {
  try {
    return std::forward<Work>(work)();
  } catch (...) {
    rethrow_as_error(path);
  }
}

/// Opens the generation in use of the index in this folder for reading, as glass and never as a stub, and
/// checks with check_rules(). The name is read anew each time; a generation that was replaced and removed
/// meanwhile is looked up again, three times at most. Throws Error{usage} if there is no index. Cost: some
/// tens of microseconds.
[[nodiscard]] Snapshot open_for_reading(const std::string& index);

/// Throws Error{usage} that says how to make one if there is no index in this folder.
void require_index(const std::string& index);

/// Throws Error{needs_rebuild} if the database was made by another schema, tokenizer, ICU or Unicode version
/// than this program's.
void check_rules(const Xapian::Database& database, const std::string& index);

}  // namespace newsline
