// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/index/document/postings.h"
#include "common/index/document/precedence.h"

namespace newsline {

/// Makes an empty generation in a folder that does not exist, with the rules of this program.
void create_generation(const std::string& folder);

/// Writes documents into a generation, in batches: what happens between two commits is seen by readers at
/// once or, after an exception, not at all. After an exception the object can only be destroyed.
class GenerationWriter {
 public:
  /// `flags` are Xapian's, such as DB_NO_SYNC.
  explicit GenerationWriter(std::string folder, int flags = 0);
  /// Takes back what was not committed. Xapian's own destructor would commit it, and hide that it failed.
  ~GenerationWriter();
  GenerationWriter(const GenerationWriter&) = delete;
  GenerationWriter& operator=(const GenerationWriter&) = delete;

  [[nodiscard]] Xapian::WritableDatabase& database() { return database_; }

  /// The document with this id term; 0 if there is none.
  [[nodiscard]] Xapian::docid find(const std::string& id_term) const;
  /// content_hash() of a document's data.
  [[nodiscard]] std::string hash_of(Xapian::docid document) const;
  /// The read counter of a document; nothing where it is not known.
  [[nodiscard]] std::optional<std::uint64_t> reads_of(Xapian::docid document) const;
  /// Whose record a document is.
  [[nodiscard]] Claimant claimant_of(Xapian::docid document) const;
  /// The keys of the files that hold this article, ascending.
  [[nodiscard]] std::vector<std::string> claims(Xapian::docid document) const;
  /// The documents that a file claims, ascending.
  [[nodiscard]] std::vector<Xapian::docid> claimed_by(const std::string& file_key) const;

  Xapian::docid add(const Postings& postings, const std::vector<std::string>& claims);
  void replace(Xapian::docid document, const Postings& postings, const std::vector<std::string>& claims);
  /// Gives a document other data and values, and leaves its terms: the text is not indexed again.
  void revalue(Xapian::docid document, const std::string& data,
               const std::vector<std::pair<std::uint32_t, std::string>>& values);
  void add_claim(Xapian::docid document, const std::string& file_key);
  void remove_claim(Xapian::docid document, const std::string& file_key);
  void remove(Xapian::docid document);

  /// Bytes of text, and postings, since the last commit.
  [[nodiscard]] std::size_t pending_bytes() const { return pending_bytes_; }
  [[nodiscard]] std::size_t pending_postings() const { return pending_postings_; }

  /// Makes everything so far durable and visible.
  void commit();

  /// Takes in the documents of other databases, which are removed, in this order; the generation has none yet
  /// and no readers. Document 1 is the first of the first database. Leaves it compacted.
  void absorb(std::vector<std::string> databases);

 private:
  std::string folder_;
  int flags_;
  Xapian::WritableDatabase database_;
  bool in_transaction_ = false;
  std::size_t pending_bytes_ = 0;
  std::size_t pending_postings_ = 0;
};

}  // namespace newsline
