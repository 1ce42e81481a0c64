// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <map>
#include <optional>
#include <set>
#include <string>

namespace newsline {

/// The ids that were forgotten: no run lets a record of such an article in, whichever file holds it.
class Forgotten {
 public:
  using Files = std::set<std::string>;  ///< keys of files that hold a record of it

  /// Throws Error{data} if an entry is damaged.
  explicit Forgotten(const Xapian::Database& database);

  [[nodiscard]] bool contains(const std::string& id) const { return files_.contains(id); }
  [[nodiscard]] const std::map<std::string, Files>& all() const { return files_; }

  void remember(Xapian::WritableDatabase& database, const std::string& id, Files files);
  /// A record of a forgotten article was passed over in this file.
  void meet(Xapian::WritableDatabase& database, const std::string& id, const std::string& file_key);
  /// Takes an id off the list; returns the files to read again. Nothing if it was not there.
  std::optional<Files> forgive(Xapian::WritableDatabase& database, const std::string& id);

 private:
  std::map<std::string, Files> files_;  ///< by id
};

}  // namespace newsline
