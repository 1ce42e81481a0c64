// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/files/scratch_database.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

#include "common/index/folder/file_descriptor.h"

namespace newsline {
namespace {

/// The name is one that the next run would remove.
std::string made_folder(const std::string& folder) {
  for (int number = 0;; ++number) {
    std::string path = fmt::format("{}/gen-scratch-{}-{}.tmp", folder, ::getpid(), number);
    if (::mkdir(path.c_str(), S_IRWXU) == 0) return path;
    if (errno != EEXIST) throw_write_error(folder);
  }
}

/// Xapian opens the file of a table when it first writes there.
void open_tables_of_documents(Xapian::WritableDatabase& database) {
  Xapian::Document document;
  document.set_data("x");
  document.add_boolean_term("x");
  database.delete_document(database.add_document(document));
}

}  // namespace

ScratchDatabase::ScratchDatabase(const std::string& folder, Holds what) {
  const std::string path = made_folder(folder);
  const int flags = what == Holds::metadata ? Xapian::DB_NO_TERMLIST : 0;
  database_ = Xapian::WritableDatabase(
      path, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS | flags);
  database_.begin_transaction(false);
  if (what == Holds::documents) open_tables_of_documents(database_);
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
