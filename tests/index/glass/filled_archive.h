// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <functional>

#include "common/index/glass/snapshot.h"
#include "tests/support/temporary_folder.h"

namespace newsline {

struct FolderOfArchive {
  TemporaryFolder folder;

  [[nodiscard]] std::string filled(const std::function<void(Xapian::WritableDatabase&)>& fill) const {
    const std::string path = folder / "database";
    Xapian::WritableDatabase database(path,
                                      Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC);
    fill(database);
    database.commit();
    return path;
  }
};

/// A database of a test's own, on disk as those of the programs are, which a function has filled.
class FilledArchive : private FolderOfArchive, public Snapshot {
 public:
  explicit FilledArchive(const std::function<void(Xapian::WritableDatabase&)>& fill)
      : Snapshot(Xapian::Database(filled(fill)), folder / "database") {}
};

}  // namespace newsline
