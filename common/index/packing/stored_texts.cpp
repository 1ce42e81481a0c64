// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/packing/stored_texts.h"

#include <array>

#include "common/article/file/content_hash.h"
#include "common/error.h"
#include "common/index/schema.h"

namespace newsline {
namespace {

/// Without it no packed text can be read, and glass has no checksums: it is there twice, each behind its
/// hash.
constexpr std::array<std::string_view, 2> kCopies = {"a", "b"};

std::string key_of(std::string_view copy) { return std::string(schema::key::kDictionary).append(copy); }

}  // namespace

void put_dictionary(const std::string& dictionary, Xapian::WritableDatabase& database) {
  for (const std::string_view copy : kCopies)
    database.set_metadata(key_of(copy), content_hash(dictionary) + dictionary);
}

std::string dictionary_of(const Metadata& metadata) {
  bool is_damaged = false;
  for (const std::string_view copy : kCopies) {
    std::string dictionary = metadata(key_of(copy));
    if (dictionary.empty()) continue;
    const std::string hash = dictionary.substr(0, content_hash("").size());
    dictionary.erase(0, hash.size());
    if (content_hash(dictionary) == hash) return dictionary;
    is_damaged = true;
  }
  if (!is_damaged) return {};
  throw Error(ErrorKind::data, "the dictionary by which the texts of the index are packed is damaged",
              "build it anew with newsline-index rebuild");
}

std::string dictionary_of(const Xapian::Database& database) {
  return dictionary_of([&](const std::string& key) { return database.get_metadata(key); });
}

std::string unpacked_text(std::string_view stored, std::optional<TextUnpacker>& unpacker,
                          const Metadata& metadata) {
  if (!is_packed(stored)) return std::string(stored);
  if (!unpacker) unpacker.emplace(dictionary_of(metadata));
  return unpacker->unpacked(stored);
}

std::string StoredTexts::text(std::string_view stored) {
  return unpacked_text(stored, unpacker_,
                       [&](const std::string& key) { return database_->get_metadata(key); });
}

}  // namespace newsline
