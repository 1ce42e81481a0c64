// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "common/article/article.h"
#include "common/index/document/name_numbers.h"
#include "common/index/family/recorder.h"
#include "common/index/furniture/cut.h"
#include "common/index/packing/packed_text.h"
#include "common/text/tokenizer.h"

namespace newsline {

/// Articles on their way into one small database, as plain values that may cross threads.
struct Batch {
  struct Entry {
    Article article;
    std::string file_key;                                        ///< of the file that holds it
    EdgeCut cut;                                                 ///< of its body
    std::vector<std::pair<std::uint32_t, std::string>> names{};  ///< its name_values() as they are stored
  };

  std::vector<Entry> entries;
  std::size_t text_bytes = 0;
};

/// What a thread that writes batches has of its own.
struct BatchTools {
  Tokenizer tokenizer;
  FamilyRecorder families;  ///< takes note of the words
  TextPacker packer;
};

/// Writes a batch, in its order, into a database of its own: `folder` must not exist. Nothing is synced: the
/// database is read once and removed.
void write_batch(const Batch& batch, const std::string& folder, BatchTools& tools);

/// By what the texts of a batch, and of those like it, are best packed.
[[nodiscard]] std::string dictionary_for(const Batch& batch);

/// Write what was noted into a database of its own that has no documents: `folder` must not exist.
void write_families(FamilyRecorder& families, const std::string& folder);
void write_names(NameNumbers& names, const std::string& folder);
void write_dictionary(const std::string& dictionary, const std::string& folder);

/// Makes one database of several, their documents in this order, and removes them. `folder` must not exist.
void merge_databases(const std::vector<std::string>& parts, const std::string& folder);

}  // namespace newsline
