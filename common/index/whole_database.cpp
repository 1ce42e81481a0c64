// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/whole_database.h"

#include <fcntl.h>

#include <cerrno>
#include <system_error>

#include "common/index/folder/file_descriptor.h"

namespace newsline {
namespace {

/// Those without which Xapian goes on.
constexpr const char* kOptionalTables[] = {"/docdata.glass", "/termlist.glass"};

}  // namespace

bool is_whole(const Xapian::Database& database) {
  if (database.get_doccount() == 0) return true;
  const Xapian::PostingIterator documents = database.postlist_begin("");
  if (documents == database.postlist_end("")) return false;  // read while a writer commits
  // Every document of ours has a text and terms.
  const Xapian::docid first = *documents;
  try {
    return !database.get_document(first).get_data().empty() &&
           database.termlist_begin(first) != database.termlist_end(first);
  } catch (const Xapian::FeatureUnavailableError&) {  // there is no table of terms
    return false;
  }
}

void require_tables(const std::string& folder) {
  for (const char* table : kOptionalTables) {
    const FileDescriptor file(folder + table, O_RDONLY);
    if (!file && errno != ENOENT) throw std::system_error(errno, std::generic_category(), folder + table);
  }
}

Xapian::Database open_whole(const std::string& folder) {
  constexpr int kAttempts = 3;
  for (int attempt = 1;; ++attempt) {
    Xapian::Database database(folder, Xapian::DB_BACKEND_GLASS);
    if (attempt == kAttempts || is_whole(database)) return database;
    require_tables(folder);  // that it lacks one although all can be opened is told of by what reads it
  }
}

}  // namespace newsline
