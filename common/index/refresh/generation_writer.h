// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/index/document/name_numbers.h"
#include "common/index/document/postings.h"
#include "common/index/family/recorder.h"
#include "common/index/files/scratch_file.h"
#include "common/index/furniture/keeper.h"
#include "common/index/packing/packed_text.h"
#include "common/index/refresh/generation.h"
#include "common/index/story/stories.h"

namespace newsline {

/// Makes an empty generation in a folder that does not exist, with the rules of this program.
void create_generation(const std::string& folder);

/// Writes documents into a generation, in batches: what happens between two commits is seen by readers at
/// once or, after an exception, not at all. After an exception the object can only be destroyed.
class GenerationWriter final : public Generation {
 public:
  /// `flags` are Xapian's, such as DB_NO_SYNC. `scratch`: for what is sought in all articles; without a
  /// folder that of the index.
  explicit GenerationWriter(std::string folder, int flags = 0, Scratch scratch = {});
  /// Takes back what was not committed. Xapian's own destructor would commit it, and hide that it failed.
  ~GenerationWriter() override;
  GenerationWriter(const GenerationWriter&) = delete;
  GenerationWriter& operator=(const GenerationWriter&) = delete;

  [[nodiscard]] const Xapian::Database& former() const override { return database_; }
  [[nodiscard]] Xapian::WritableDatabase& database() override { return database_; }
  [[nodiscard]] std::uint64_t article_count() const override { return database_.get_doccount(); }

  [[nodiscard]] Xapian::docid find(const std::string& id_term) const override;
  [[nodiscard]] std::string id_of(Xapian::docid document) const override;
  [[nodiscard]] std::string hash_of(Xapian::docid document) const override;
  [[nodiscard]] std::optional<std::uint64_t> reads_of(Xapian::docid document) const override;
  [[nodiscard]] Claimant claimant_of(Xapian::docid document) const override;
  [[nodiscard]] std::vector<std::string> claims(Xapian::docid document) const override;
  [[nodiscard]] std::vector<Xapian::docid> claimed_by(const std::string& file_key) const override;

  [[nodiscard]] EdgeCut cut_of(const TextEdges& edges) override { return furniture_.cut_of(edges); }
  Xapian::docid add(const Postings& postings, const std::vector<std::string>& claims) override;
  void replace(Xapian::docid document, const Postings& postings,
               const std::vector<std::string>& claims) override;
  void revalue(Xapian::docid document, const std::string& data,
               const std::vector<std::pair<std::uint32_t, std::string>>& values) override;
  void add_claim(Xapian::docid document, const std::string& file_key) override;
  void remove_claim(Xapian::docid document, const std::string& file_key) override;
  void remove(Xapian::docid document) override;

  [[nodiscard]] std::size_t pending_bytes() const override { return pending_bytes_; }
  [[nodiscard]] std::size_t pending_postings() const override { return pending_postings_; }

  void commit() override;
  [[nodiscard]] EdgeCut announce(const TextEdges& edges) override { return furniture_.announce(edges); }
  void absorb(std::vector<std::string> databases, unsigned jobs) override;

 private:
  void put(Xapian::docid document, const Postings& postings, const std::vector<std::string>& claims);
  NameNumbers& names();
  TextPacker& packer();
  void make_dictionary();
  void cut_anew();

  std::string folder_;
  int flags_;
  Scratch scratch_;
  Xapian::WritableDatabase database_;
  FamilyRecorder families_;
  std::optional<NameNumbers> names_;  ///< read when the first article comes
  std::optional<TextPacker> packer_;  ///< likewise
  Xapian::doccount tried_with_ = 0;   ///< so many articles were there when a dictionary was last wanted
  StoryKeeper stories_{scratch_};
  FurnitureKeeper furniture_{database_, scratch_};
  bool in_transaction_ = false;
  std::size_t pending_bytes_ = 0;
  std::size_t pending_postings_ = 0;
};

}  // namespace newsline
