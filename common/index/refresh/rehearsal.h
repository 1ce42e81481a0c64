// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "common/index/files/scratch_database.h"
#include "common/index/refresh/generation.h"

namespace newsline {

/// A generation that is only read: what a run does to it is remembered beside it, as far as a run asks for it
/// again, in a scratch database. Memory: a bit a document.
class Rehearsal final : public Generation {
 public:
  /// `stored`: nothing stands for an index that is still to be made. `folder`: for the scratch.
  Rehearsal(std::optional<Xapian::Database> stored, const std::string& folder);

  [[nodiscard]] const Xapian::Database& former() const override { return stored_; }
  /// The scratch.
  [[nodiscard]] Xapian::WritableDatabase& database() override { return *touched_; }
  [[nodiscard]] std::uint64_t article_count() const override { return article_count_; }

  [[nodiscard]] Xapian::docid find(const std::string& id_term) const override;
  [[nodiscard]] std::string id_of(Xapian::docid document) const override;
  [[nodiscard]] std::string hash_of(Xapian::docid document) const override;
  [[nodiscard]] std::optional<std::uint64_t> reads_of(Xapian::docid document) const override;
  [[nodiscard]] Claimant claimant_of(Xapian::docid document) const override;
  [[nodiscard]] std::vector<std::string> claims(Xapian::docid document) const override;
  [[nodiscard]] std::vector<Xapian::docid> claimed_by(const std::string& file_key) const override;

  /// What is to be searched does not matter where nothing is written.
  [[nodiscard]] EdgeCut cut_of(const TextEdges& /*edges*/) override { return {}; }
  Xapian::docid add(const Postings& postings, const std::vector<std::string>& claims) override;
  void replace(Xapian::docid document, const Postings& postings,
               const std::vector<std::string>& claims) override;
  void revalue(Xapian::docid document, const std::string& data,
               const std::vector<std::pair<std::uint32_t, std::string>>& values) override;
  void add_claim(Xapian::docid document, const std::string& file_key) override;
  void remove_claim(Xapian::docid document, const std::string& file_key) override;
  void remove(Xapian::docid document) override;

  /// Nothing waits, since nothing is to be written.
  [[nodiscard]] std::size_t pending_bytes() const override { return 0; }
  [[nodiscard]] std::size_t pending_postings() const override { return 0; }
  void commit() override {}
  [[nodiscard]] EdgeCut announce(const TextEdges& edges) override { return cut_of(edges); }
  /// Never called: a rehearsal builds no databases.
  void absorb(std::vector<std::string> databases, unsigned jobs) override;

 private:
  /// A document as the run has left it.
  struct Shape {
    std::string id_term;  ///< empty: it was removed
    std::string hash;
    std::string reads;       ///< the value
    std::string precedence;  ///< likewise
    std::set<std::string> claims;
  };

  [[nodiscard]] bool is_touched(Xapian::docid document) const {
    return document < are_touched_.size() && are_touched_[document];
  }
  [[nodiscard]] Shape shape_of(Xapian::docid document) const;
  void put(Xapian::docid document, const Shape& shape);
  void put_anew(Xapian::docid document, Shape shape, const Postings& postings,
                const std::vector<std::string>& claims);
  static Shape revalued(Shape shape, const std::string& data,
                        const std::vector<std::pair<std::uint32_t, std::string>>& values);

  Xapian::Database stored_;
  ScratchDatabase touched_;  ///< shapes, under the numbers of their documents
  std::vector<bool> are_touched_;
  std::uint64_t article_count_;
  Xapian::docid last_document_;
};

}  // namespace newsline
