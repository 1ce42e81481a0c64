// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newsline {

/// A path that was given to the indexer.
struct Source {
  std::string path;  ///< absolute
  std::string name;  ///< source_name(path)
  std::size_t ordinal = 0;
  bool keeps = false;  ///< its files are thrown away: articles that have vanished from it stay in the index
  std::string as{};    ///< format in which its files are read; empty: by detection
};

/// The sources that an index remembers, in the order in which they were first given. A file belongs to the
/// first that contains it, so that it does not matter through which one a run has found it.
class Sources {
 public:
  explicit Sources(const Xapian::Database& database);

  /// Remembers a source; one that is known keeps its place, and its setting where none is given.
  void remember(Xapian::WritableDatabase& database, const std::string& path,
                std::optional<bool> keeps = std::nullopt);

  /// How a remembered source is read from now on: a format, or empty for detection. Whether that is new.
  bool read_as(Xapian::WritableDatabase& database, const std::string& path, const std::string& as);
  /// Forgets the sources at or under a path; returns how many there were.
  std::size_t forget(Xapian::WritableDatabase& database, const std::string& path);

  [[nodiscard]] bool contains(std::string_view source) const;
  /// Source::keeps; false for a path that is none.
  [[nodiscard]] bool keeps(std::string_view source) const;
  /// Null if no source contains the file.
  [[nodiscard]] const Source* owner_of(std::string_view file) const;
  [[nodiscard]] const std::vector<Source>& in_order() const { return sources_; }

 private:
  static void put(Xapian::WritableDatabase& database, const Source& source);

  std::vector<Source> sources_;
};

}  // namespace newsline
