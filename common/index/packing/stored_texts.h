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

/// Looks up a key in the metadata of an index.
using Metadata = std::function<std::string(const std::string& key)>;

/// The dictionary of an index; empty where it has none. Throws Error{data} where both copies are damaged.
[[nodiscard]] std::string dictionary_of(const Metadata& metadata);
[[nodiscard]] std::string dictionary_of(const Xapian::Database& database);

/// A text as it was before it was stored; `unpacker` is made when the first packed one is met. Throws
/// Error{data} for what is damaged, as far as that shows.
[[nodiscard]] std::string unpacked_text(std::string_view stored, std::optional<TextUnpacker>& unpacker,
                                        const Metadata& metadata);

/// The texts of one index. One thread.
class StoredTexts {
 public:
  /// `database` must outlive it.
  explicit StoredTexts(const Xapian::Database& database) : database_(&database) {}

  /// As unpacked_text().
  [[nodiscard]] std::string text(std::string_view stored);

 private:
  const Xapian::Database* database_;
  std::optional<TextUnpacker> unpacker_;
};

}  // namespace newsline
