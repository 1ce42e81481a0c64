// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>

#include "common/index/refresh/generation.h"

namespace newsline {

/// A generation that is only read: what a run does to it is remembered here, as far as a run asks for it
/// again, and nothing is written. Some 300 bytes a document that was touched.
class Rehearsal final : public Generation {
 public:
  /// `stored`: nothing stands for an index that is still to be made.
  explicit Rehearsal(std::optional<Xapian::Database> stored);

  [[nodiscard]] const Xapian::Database& former() const override { return stored_; }
  /// In memory.
  [[nodiscard]] Xapian::WritableDatabase& database() override { return metadata_; }
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
    std::string id_term;
    std::string hash;
    std::string reads;       ///< the value
    std::string precedence;  ///< likewise
    std::set<std::string> claims;
    bool is_removed = false;
  };

  [[nodiscard]] Shape shape_of(Xapian::docid document) const;
  Shape& touched(Xapian::docid document);
  void claim(Xapian::docid document, const std::vector<std::string>& keys);

  Xapian::Database stored_;
  Xapian::WritableDatabase metadata_;
  std::uint64_t article_count_;
  Xapian::docid last_document_;
  std::unordered_map<Xapian::docid, Shape> shapes_;
  std::unordered_map<std::string, Xapian::docid> added_;           ///< by id term
  std::map<std::string, std::set<Xapian::docid>> further_claims_;  ///< by file, some of which have gone again
};

}  // namespace newsline
