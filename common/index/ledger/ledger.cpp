// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/ledger/ledger.h"

#include <chrono>
#include <string_view>
#include <utility>

#include "common/article/file/content_hash.h"
#include "common/error.h"
#include "common/index/schema.h"

namespace newsline {
namespace {

/// Of a file that the former database may have an entry of; never written into an index.
const std::string kErased = "-";

std::string metadata_key(const std::string& key) { return std::string(schema::key::kFile) + key; }

FileEntry decoded(std::string_view bytes) {
  auto entry = decode_file_entry(bytes);
  if (!entry)
    throw Error(ErrorKind::data, "the index holds a damaged entry of a file", "run newsline-index rebuild");
  return *std::move(entry);
}

}  // namespace

std::string file_key(const std::string& path) { return content_hash(path); }

std::int64_t now_ns() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::nanoseconds>(now).count();
}

void for_each_entry(const Xapian::Database& database,
                    const std::function<void(const std::string& key, const FileEntry& entry)>& each) {
  const std::string prefix(schema::key::kFile);
  for (auto key = database.metadata_keys_begin(prefix); key != database.metadata_keys_end(prefix); ++key)
    each((*key).substr(prefix.size()), decoded(database.get_metadata(*key)));
}

std::optional<FileEntry> find_entry(const Xapian::Database& database, const std::string& key) {
  const std::string bytes = database.get_metadata(metadata_key(key));
  if (bytes.empty()) return std::nullopt;
  return decoded(bytes);
}

std::optional<FileEntry> Ledger::find(const std::string& key) const {
  if (key == announced_key_) return announced_;
  const std::string bytes = database_.get_metadata(metadata_key(key));
  if (bytes == kErased) return std::nullopt;
  if (!bytes.empty()) return decoded(bytes);
  return is_apart() ? find_entry(former_, key) : std::nullopt;
}

void Ledger::announce(const FileEntry& entry) {
  announced_key_ = file_key(entry.file.path);
  announced_ = entry;
}

void Ledger::put(const FileEntry& entry) {
  std::string key = file_key(entry.file.path);
  database_.set_metadata(metadata_key(key), encode(entry));
  if (key == announced_key_) announced_key_.clear();
}

void Ledger::mark_incomplete(const std::string& key) {
  std::optional<FileEntry> entry = find(key);
  if (!entry || !entry->complete) return;
  entry->complete = false;
  put(*entry);
}

void Ledger::erase(const std::string& key) {
  database_.set_metadata(metadata_key(key), is_apart() ? kErased : "");
}

}  // namespace newsline
