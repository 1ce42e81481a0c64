// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "common/index/document/postings.h"
#include "common/index/files/packed_key.h"
#include "common/index/ledger/ledger.h"
#include "common/index/packing/stored_texts.h"
#include "common/index/refresh/generation.h"
#include "common/text/tokenizer.h"

namespace newsline {

/// Gives a new generation the claims, settings and forgotten ids that runs have brought to the former one, so
/// that a rebuild ends where updates have led.
class CarryOver {
 public:
  explicit CarryOver(Xapian::Database former) : former_(std::move(former)) {}

  /// Sources with their settings, and forgotten ids; before anything is read.
  void bring_settings(Xapian::WritableDatabase& database) const;

  /// What the files that `stay` is true of hold in the former generation and `fresh` does not know of them:
  /// their claims, and with them articles that no other file holds. Commits batches. Returns the number of
  /// articles that came so. Memory: 16 bytes for each of these files, and four for each of their articles.
  std::uint64_t bring_articles(Generation& writer, Ledger& fresh,
                               const std::function<bool(const FileEntry&)>& stays);

  /// Articles of those that could not be read.
  [[nodiscard]] std::uint64_t lost() const { return lost_; }

 private:
  [[nodiscard]] std::vector<Xapian::docid> documents_of(const std::vector<PackedKey>& keys) const;
  bool bring(Xapian::docid document, const std::vector<PackedKey>& staying, Generation& writer,
             Ledger& fresh);
  void bring_entry(const std::string& key, Ledger& fresh) const;
  [[nodiscard]] Claimant claimant_of(Xapian::docid document) const;
  [[nodiscard]] Postings postings_of(Xapian::docid document, Generation& writer);

  Xapian::Database former_;
  Tokenizer tokenizer_;
  std::optional<StoredTexts> texts_;  ///< of the former generation, while articles are brought
  std::uint64_t lost_ = 0;
};

}  // namespace newsline
