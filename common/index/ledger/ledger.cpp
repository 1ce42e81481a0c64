// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/ledger/ledger.h"

#include <chrono>

#include "common/article/file/content_hash.h"
#include "common/error.h"
#include "common/index/schema.h"

namespace newsline {
namespace {

std::string metadata_key(const std::string& key) { return std::string(schema::key::kFile) + key; }

}  // namespace

std::string file_key(const std::string& path) { return content_hash(path); }

std::int64_t now_ns() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::nanoseconds>(now).count();
}

Ledger::Ledger(const Xapian::Database& database) {
  const std::string prefix(schema::key::kFile);
  for (auto key = database.metadata_keys_begin(prefix); key != database.metadata_keys_end(prefix); ++key) {
    auto entry = decode_file_entry(database.get_metadata(*key));
    if (!entry)
      throw Error(ErrorKind::data, "the index holds a damaged entry of a file", "run newsline-index rebuild");
    entries_.emplace((*key).substr(prefix.size()), std::move(*entry));
  }
}

const FileEntry* Ledger::find(const std::string& key) const {
  const auto entry = entries_.find(key);
  return entry == entries_.end() ? nullptr : &entry->second;
}

void Ledger::announce(FileEntry entry) {
  std::string key = file_key(entry.file.path);
  entries_.insert_or_assign(std::move(key), std::move(entry));
}

void Ledger::put(Xapian::WritableDatabase& database, FileEntry entry) {
  database.set_metadata(metadata_key(file_key(entry.file.path)), encode(entry));
  announce(std::move(entry));
}

void Ledger::mark_incomplete(Xapian::WritableDatabase& database, const std::string& key) {
  const auto entry = entries_.find(key);
  if (entry == entries_.end() || !entry->second.complete) return;
  entry->second.complete = false;
  database.set_metadata(metadata_key(key), encode(entry->second));
}

void Ledger::erase(Xapian::WritableDatabase& database, const std::string& key) {
  database.set_metadata(metadata_key(key), "");
  entries_.erase(key);
}

}  // namespace newsline
