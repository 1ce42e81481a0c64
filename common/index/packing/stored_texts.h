// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "common/index/packing/packed_text.h"

/// For the files of common/index and common/search only: this header mentions Xapian.
namespace newsline {

/// Makes a dictionary part of a batch; an index has one or none, and keeps it.
void put_dictionary(const std::string& dictionary, Xapian::WritableDatabase& database);

/// The dictionary of an index; empty where it has none. `metadata` looks up its keys. Throws Error{data}
/// where both copies are damaged.
[[nodiscard]] std::string dictionary_of(const std::function<std::string(const std::string& key)>& metadata);
[[nodiscard]] std::string dictionary_of(const Xapian::Database& database);

/// The texts of one index as they were before they were stored. One thread.
class StoredTexts {
 public:
  /// Reads the dictionary when the first packed text is met.
  explicit StoredTexts(std::function<std::string(const std::string& key)> metadata)
      : metadata_(std::move(metadata)) {}
  /// `database` must outlive it.
  explicit StoredTexts(const Xapian::Database& database);

  /// Throws Error{data} for what is damaged, as far as that shows.
  [[nodiscard]] std::string text(std::string stored);

 private:
  std::function<std::string(const std::string& key)> metadata_;
  std::optional<TextUnpacker> unpacker_;
};

}  // namespace newsline
