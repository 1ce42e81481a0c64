// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/files/scratch_database.h"

#include <cstdlib>
#include <filesystem>

#include "common/index/folder/file_descriptor.h"

namespace newsline {
namespace {

/// Xapian opens the file of a table when it first writes there.
void open_all_tables(Xapian::WritableDatabase& database) {
  Xapian::Document document;
  document.set_data("x");
  document.add_boolean_term("x");
  database.delete_document(database.add_document(document));
  database.set_metadata("x", "x");
  database.set_metadata("x", "");
}

}  // namespace

ScratchDatabase::ScratchDatabase(const std::string& folder) {
  std::string path = folder + "/newsline-XXXXXX";
  if (::mkdtemp(path.data()) == nullptr) throw_write_error(folder);
  database_ = Xapian::WritableDatabase(
      path, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS);
  database_.begin_transaction(false);
  open_all_tables(database_);
  std::filesystem::remove_all(path);
}

ScratchDatabase::~ScratchDatabase() {
  try {
    database_.close();  // within a transaction this commits nothing
  } catch (const std::exception&) {
    // Nothing of it is wanted any more.
  }
}

}  // namespace newsline
