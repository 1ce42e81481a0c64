// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>

#include "common/index/glass/snapshot.h"
#include "common/index/glass/table_cursor.h"

/// For the files of common/index and common/search only: this header mentions Xapian.
namespace newsline {

/// The terms that begin with a prefix, ascending. Their lists stand between them and are passed by a look for
/// the next term, however long they are. The snapshot must live as long. Throws as TableCursor does. One
/// thread.
class TermList {
 public:
  /// Stands at the first.
  TermList(std::string_view prefix, const Snapshot& snapshot);

  [[nodiscard]] bool is_at_end() const { return is_at_end_; }

  /// Where it stands, which is not the end.
  [[nodiscard]] const std::string& term() const { return term_; }

  /// How many documents have it.
  [[nodiscard]] Xapian::doccount frequency() const;

  /// How often all of them have it.
  [[nodiscard]] std::uint64_t occurrences() const;

  void next();

  /// Goes on to the first term that is not before this one, or stays where it stands, if that is one.
  void seek(std::string_view term);

 private:
  void go_to(const std::string& key);
  void take();

  glass::TableCursor cursor_;
  std::string prefix_;
  std::string term_;
  bool is_at_end_ = false;
};

}  // namespace newsline
