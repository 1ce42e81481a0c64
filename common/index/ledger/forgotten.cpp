// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/ledger/forgotten.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "common/article/file/content_hash.h"
#include "common/error.h"
#include "common/index/schema.h"

namespace newsline {
namespace {

using nlohmann::json;

std::string metadata_key(const std::string& id) {
  return std::string(schema::key::kForgotten) + content_hash(id);
}

}  // namespace

Forgotten::Forgotten(const Xapian::Database& database) {
  const std::string prefix(schema::key::kForgotten);
  try {
    for (auto key = database.metadata_keys_begin(prefix); key != database.metadata_keys_end(prefix); ++key) {
      const json line = json::parse(database.get_metadata(*key));
      files_.emplace(line.at("id").get<std::string>(), line.at("files").get<Files>());
    }
  } catch (const json::exception& error) {
    throw Error(ErrorKind::data,
                std::string("the index holds a damaged id of a forgotten article: ") + error.what());
  }
}

void Forgotten::remember(Xapian::WritableDatabase& database, const std::string& id, Files files) {
  const json line = {{"id", id}, {"files", files}};
  database.set_metadata(metadata_key(id), line.dump(-1, ' ', false, json::error_handler_t::replace));
  files_[id] = std::move(files);
}

void Forgotten::meet(Xapian::WritableDatabase& database, const std::string& id, const std::string& file_key) {
  Files files = files_.at(id);
  if (files.insert(file_key).second) remember(database, id, std::move(files));
}

std::optional<Forgotten::Files> Forgotten::forgive(Xapian::WritableDatabase& database,
                                                   const std::string& id) {
  const auto found = files_.find(id);
  if (found == files_.end()) return std::nullopt;
  Files files = std::move(found->second);
  files_.erase(found);
  database.set_metadata(metadata_key(id), "");
  return files;
}

}  // namespace newsline
