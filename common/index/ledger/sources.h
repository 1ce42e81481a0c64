// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

namespace newsline {

/// A path that was given to the indexer.
struct Source {
  std::string path;  ///< absolute
  std::string name;  ///< source_name(path)
  std::size_t ordinal = 0;
};

/// The sources that an index remembers, in the order in which they were first given. A file belongs to the
/// first that contains it, so that it does not matter through which one a run has found it.
class Sources {
 public:
  explicit Sources(const Xapian::Database& database);

  /// Remembers a source; one that is known keeps its place.
  void remember(Xapian::WritableDatabase& database, const std::string& path);

  /// Forgets the sources at or under a path; returns how many there were.
  std::size_t forget(Xapian::WritableDatabase& database, const std::string& path);

  [[nodiscard]] bool contains(std::string_view source) const;
  /// Null if no source contains the file.
  [[nodiscard]] const Source* owner_of(std::string_view file) const;
  [[nodiscard]] const std::vector<Source>& in_order() const { return sources_; }

 private:
  std::vector<Source> sources_;
};

}  // namespace newsline
