// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/refresh/ledger.h"

#include <chrono>
#include <nlohmann/json.hpp>

#include "common/article/file/content_hash.h"
#include "common/error.h"
#include "common/index/path_text.h"
#include "common/index/schema.h"

namespace newsline {
namespace {

using nlohmann::json;

std::string metadata_key(const std::string& key) { return std::string(schema::key::kFile) + key; }

std::string to_json_text(const FileEntry& entry) {
  json rejected = json::array();
  for (const Rejection& rejection : entry.kept_rejections)
    rejected.push_back({{"line", rejection.line}, {"reason", rejection.reason}});
  const json line = {{"path", path_text(entry.file.path)}, {"source", path_text(entry.source)},
                     {"size", entry.file.size_bytes},      {"modified_ns", entry.file.modified_ns},
                     {"inode", entry.file.inode},          {"hash", entry.hash},
                     {"read_ns", entry.read_ns},           {"articles", entry.articles},
                     {"rejections", entry.rejections},     {"rejected", rejected},
                     {"complete", entry.complete}};
  return line.dump(-1, ' ', false, json::error_handler_t::replace);
}

FileEntry entry_from_json(const json& line) {
  FileEntry entry;
  entry.file.path = path_of_text(line.at("path").get<std::string>());
  entry.source = path_of_text(line.at("source").get<std::string>());
  line.at("size").get_to(entry.file.size_bytes);
  line.at("modified_ns").get_to(entry.file.modified_ns);
  line.at("inode").get_to(entry.file.inode);
  line.at("hash").get_to(entry.hash);
  line.at("read_ns").get_to(entry.read_ns);
  line.at("articles").get_to(entry.articles);
  line.at("rejections").get_to(entry.rejections);
  line.at("complete").get_to(entry.complete);
  for (const json& rejected : line.at("rejected"))
    entry.kept_rejections.push_back({entry.file.path, rejected.at("line").get<std::uint64_t>(),
                                     rejected.at("reason").get<std::string>()});
  return entry;
}

}  // namespace

std::string file_key(const std::string& path) { return content_hash(path); }

std::int64_t now_ns() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::nanoseconds>(now).count();
}

Ledger::Ledger(const Xapian::Database& database) {
  const std::string prefix(schema::key::kFile);
  try {
    for (auto key = database.metadata_keys_begin(prefix); key != database.metadata_keys_end(prefix); ++key)
      entries_.emplace((*key).substr(prefix.size()),
                       entry_from_json(json::parse(database.get_metadata(*key))));
  } catch (const json::exception& error) {
    throw Error(ErrorKind::data, std::string("the index holds a damaged entry of a file: ") + error.what(),
                "run newsline-index rebuild");
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
  database.set_metadata(metadata_key(file_key(entry.file.path)), to_json_text(entry));
  announce(std::move(entry));
}

void Ledger::mark_incomplete(Xapian::WritableDatabase& database, const std::string& key) {
  const auto entry = entries_.find(key);
  if (entry == entries_.end() || !entry->second.complete) return;
  entry->second.complete = false;
  database.set_metadata(metadata_key(key), to_json_text(entry->second));
}

void Ledger::erase(Xapian::WritableDatabase& database, const std::string& key) {
  database.set_metadata(metadata_key(key), "");
  entries_.erase(key);
}

}  // namespace newsline
