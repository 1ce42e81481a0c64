// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/index/document/postings.h"
#include "common/index/document/precedence.h"

namespace newsline {

/// The documents and the metadata of a generation, as a run sees and changes them.
class Generation {
 public:
  virtual ~Generation() = default;

  /// What was there when the run began.
  [[nodiscard]] virtual const Xapian::Database& former() const = 0;
  /// For writing metadata, which belongs to the batch.
  [[nodiscard]] virtual Xapian::WritableDatabase& database() = 0;
  [[nodiscard]] virtual std::uint64_t article_count() const = 0;

  /// The document with this id term; 0 if there is none.
  [[nodiscard]] virtual Xapian::docid find(const std::string& id_term) const = 0;
  /// The id of a document's article; one that is too long for a term is cut as there.
  [[nodiscard]] virtual std::string id_of(Xapian::docid document) const = 0;
  /// content_hash() of a document's data.
  [[nodiscard]] virtual std::string hash_of(Xapian::docid document) const = 0;
  /// The read counter of a document; nothing where it is not known.
  [[nodiscard]] virtual std::optional<std::uint64_t> reads_of(Xapian::docid document) const = 0;
  /// Whose record a document is.
  [[nodiscard]] virtual Claimant claimant_of(Xapian::docid document) const = 0;
  /// The keys of the files that hold this article, ascending.
  [[nodiscard]] virtual std::vector<std::string> claims(Xapian::docid document) const = 0;
  /// The documents that a file claims, ascending.
  [[nodiscard]] virtual std::vector<Xapian::docid> claimed_by(const std::string& file_key) const = 0;

  /// What is to be left out of a text that comes, as far as is known now: furniture of its source. What turns
  /// out otherwise is put right before a commit.
  [[nodiscard]] virtual EdgeCut cut_of(const TextEdges& edges) = 0;
  /// What add() and replace() take.
  [[nodiscard]] Postings postings_of(const Article& article, Tokenizer& tokenizer,
                                     std::string_view file_key) {
    TextEdges edges = edges_of(article);
    Postings postings = make_postings(article, tokenizer, file_key, cut_of(edges));
    postings.edges = std::move(edges);
    return postings;
  }
  virtual Xapian::docid add(const Postings& postings, const std::vector<std::string>& claims) = 0;
  virtual void replace(Xapian::docid document, const Postings& postings,
                       const std::vector<std::string>& claims) = 0;
  /// Gives a document other data and values, and leaves its terms and what stands for its text: that is not
  /// indexed again.
  virtual void revalue(Xapian::docid document, const std::string& data,
                       const std::vector<std::pair<std::uint32_t, std::string>>& values) = 0;
  virtual void add_claim(Xapian::docid document, const std::string& file_key) = 0;
  virtual void remove_claim(Xapian::docid document, const std::string& file_key) = 0;
  virtual void remove(Xapian::docid document) = 0;

  /// Bytes of text, and postings, since the last commit.
  [[nodiscard]] virtual std::size_t pending_bytes() const = 0;
  [[nodiscard]] virtual std::size_t pending_postings() const = 0;

  /// Makes everything so far durable and visible.
  virtual void commit() = 0;

  /// As cut_of(), of a text that absorb() will bring: those are announced in their order.
  [[nodiscard]] virtual EdgeCut announce(const TextEdges& edges) = 0;
  /// Takes in the documents of other databases, which are removed, in this order; the generation has none yet
  /// and no readers. Document 1 is the first of the first database. Leaves it compacted. Works in so many
  /// threads.
  virtual void absorb(std::vector<std::string> databases, unsigned jobs) = 0;
};

}  // namespace newsline
