// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/ledger/sources.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "common/article/file/content_hash.h"
#include "common/article/file/walk.h"
#include "common/error.h"
#include "common/index/path_text.h"
#include "common/index/schema.h"

namespace newsline {

using nlohmann::json;

namespace {

std::string metadata_key(const std::string& path) {
  return std::string(schema::key::kSource) + content_hash(path);
}

}  // namespace

Sources::Sources(const Xapian::Database& database) {
  const std::string prefix(schema::key::kSource);
  try {
    for (auto key = database.metadata_keys_begin(prefix); key != database.metadata_keys_end(prefix); ++key) {
      const json line = json::parse(database.get_metadata(*key));
      sources_.push_back({path_of_text(line.at("path").get<std::string>()),
                          line.at("name").get<std::string>(), line.at("ordinal").get<std::size_t>()});
    }
  } catch (const json::exception& error) {
    throw Error(ErrorKind::data, std::string("the index holds a damaged source: ") + error.what());
  }
  std::sort(sources_.begin(), sources_.end(),
            [](const Source& a, const Source& b) { return a.ordinal < b.ordinal; });
}

void Sources::remember(Xapian::WritableDatabase& database, const std::string& path) {
  if (contains(path)) return;
  const std::size_t ordinal = sources_.empty() ? 1 : sources_.back().ordinal + 1;
  sources_.push_back({path, source_name(path), ordinal});
  const json line = {{"path", path_text(path)}, {"name", sources_.back().name}, {"ordinal", ordinal}};
  database.set_metadata(metadata_key(path), line.dump(-1, ' ', false, json::error_handler_t::replace));
}

std::size_t Sources::forget(Xapian::WritableDatabase& database, const std::string& path) {
  return std::erase_if(sources_, [&](const Source& source) {
    const bool goes = lies_under(source.path, path);
    if (goes) database.set_metadata(metadata_key(source.path), "");
    return goes;
  });
}

bool Sources::contains(std::string_view source) const {
  return std::any_of(sources_.begin(), sources_.end(),
                     [&](const Source& known) { return known.path == source; });
}

const Source* Sources::owner_of(std::string_view file) const {
  const auto owner = std::find_if(sources_.begin(), sources_.end(),
                                  [&](const Source& source) { return lies_under(file, source.path); });
  return owner == sources_.end() ? nullptr : &*owner;
}

}  // namespace newsline
