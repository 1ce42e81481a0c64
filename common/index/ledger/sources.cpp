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
                          line.at("name").get<std::string>(), line.at("ordinal").get<std::size_t>(),
                          line.value("keeps", false), line.value("as", "")});
    }
  } catch (const json::exception& error) {
    throw Error(ErrorKind::data, std::string("the index holds a damaged source: ") + error.what());
  }
  std::sort(sources_.begin(), sources_.end(),
            [](const Source& a, const Source& b) { return a.ordinal < b.ordinal; });
}

void Sources::remember(Xapian::WritableDatabase& database, const std::string& path,
                       std::optional<bool> keeps) {
  auto source =
      std::find_if(sources_.begin(), sources_.end(), [&](const Source& known) { return known.path == path; });
  if (source == sources_.end()) {
    const std::size_t ordinal = sources_.empty() ? 1 : sources_.back().ordinal + 1;
    source = sources_.insert(source, {path, source_name(path), ordinal});
  } else if (keeps.value_or(source->keeps) == source->keeps) {
    return;
  }
  source->keeps = keeps.value_or(source->keeps);
  put(database, *source);
}

bool Sources::read_as(Xapian::WritableDatabase& database, const std::string& path, const std::string& as) {
  const auto source =
      std::find_if(sources_.begin(), sources_.end(), [&](const Source& known) { return known.path == path; });
  if (source == sources_.end() || source->as == as) return false;
  source->as = as;
  put(database, *source);
  return true;
}

void Sources::put(Xapian::WritableDatabase& database, const Source& source) {
  json line = {{"path", path_text(source.path)},
               {"name", source.name},
               {"ordinal", source.ordinal},
               {"keeps", source.keeps}};
  if (!source.as.empty()) line["as"] = source.as;
  database.set_metadata(metadata_key(source.path), line.dump(-1, ' ', false, json::error_handler_t::replace));
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

bool Sources::keeps(std::string_view source) const {
  return std::any_of(sources_.begin(), sources_.end(),
                     [&](const Source& known) { return known.path == source && known.keeps; });
}

const Source* Sources::owner_of(std::string_view file) const {
  const auto owner = std::find_if(sources_.begin(), sources_.end(),
                                  [&](const Source& source) { return lies_under(file, source.path); });
  return owner == sources_.end() ? nullptr : &*owner;
}

}  // namespace newsline
