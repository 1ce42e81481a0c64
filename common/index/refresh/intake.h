// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "common/article/file/walk.h"
#include "common/article/reader.h"
#include "common/index/build/fingerprints.h"
#include "common/index/build/parallel_builder.h"
#include "common/index/files/packed_key.h"
#include "common/index/files/read_log.h"
#include "common/index/files/sorted_records.h"
#include "common/index/ledger/forgotten.h"
#include "common/index/ledger/ledger.h"
#include "common/index/ledger/sources.h"
#include "common/index/refresh/generation.h"
#include "common/index/refresh/loss_guard.h"
#include "common/index/refresh/touches.h"
#include "common/index/update.h"
#include "common/text/tokenizer.h"

namespace newsline {

/// Brings single files into the index, and takes them out of it.
///
/// A file *claims* each document of which it holds a record (term XF). The document's text is the record with
/// the highest precedence_of(), of those the one of the claimant that comes last by path, and in a file the
/// last. What keeps this true, whatever happens between two commits: a
/// claimant whose record may have to come back is marked incomplete in the ledger, in the commit that takes
/// the later claim away, and every run reads all incomplete files.
class Intake {
 public:
  /// When to commit.
  struct Batch {
    std::size_t bytes = 0;     ///< of text
    std::size_t postings = 0;  ///< likewise
  };

  /// What the index knew before this run.
  struct Known {
    Ledger& ledger;
    const Sources& sources;
    Forgotten& forgotten;
  };

  /// What is known of a file before it is read.
  struct Before {
    std::optional<FileEntry> entry{};         ///< of the ledger
    std::optional<std::uint64_t> articles{};  ///< found in it when this run has read it last
    bool rejections_are_known = false;        ///< this run has told the observer of them
  };

  Intake(Generation& writer, Known known, Batch batch, LossGuard guard, Scratch scratch, RunReport& report,
         RunObserver& observer);

  /// Throws Error{refused} if too many articles would go with these files, by their keys, which ascend.
  /// Changes nothing.
  void require_few(const std::vector<PackedKey>& keys);

  /// From here on articles are built by so many threads, in this folder and in batches of so much text, into
  /// an index that is empty; to be followed by absorb().
  void build_in(const std::string& folder, unsigned workers, std::size_t batch_bytes);

  /// Brings what was built into the index. Files with records whose ids had been taken are stale then.
  void absorb();

  /// These files are gone, by their keys, which ascend: their claims no longer count. They are to be dropped
  /// by vanish() before the end.
  void expect_vanished(std::vector<PackedKey> keys);

  /// Reads a file, once in a pass at most; `hash` is of its content. Where the system does not let it be read
  /// to its end, the articles that were not seen stay, and the next run reads it again. Returns false if the
  /// observer asked to stop before its end.
  bool read(const FoundFile& file, const std::string& hash, const Before& before,
            std::uint64_t files_to_read);

  /// How many articles this run has found in a file, in a pass that has ended; nothing where it has not read
  /// it.
  [[nodiscard]] std::optional<std::uint64_t> articles_read(const PackedKey& key) {
    return reads_.articles(key);
  }

  /// Whether the system broke off the last reading of this file.
  [[nodiscard]] bool was_broken_off(const PackedKey& key) const { return broken_off_.contains(key); }

  /// What this run has done to articles; only where the observer wants it.
  [[nodiscard]] RunChanges changes() { return touches_.changes(); }

  /// Tells the observer again what was rejected when this unchanged file was read.
  void repeat_rejections(const FileEntry& entry);

  /// Drops all claims of a file, and its entry.
  void vanish(const std::string& key);

  /// Before what was read can be read once more, or vanish.
  void end_pass() { reads_.end_pass(); }

  /// The paths of files to read once more, because a record of theirs may have to come back. Sorted, some
  /// twice; empties the list.
  [[nodiscard]] SortedRecords take_stale_paths();

 private:
  bool read_records(Reader& reader, std::uint64_t files_to_read);
  void take_article(ReadArticle read);
  void take_version(Xapian::docid document, const ReadArticle& read);
  void add(const ReadArticle& read);
  void build(ReadArticle read);
  void count_record(Xapian::docid document);
  [[nodiscard]] bool passes_over(const std::string& id);
  void replace(Xapian::docid document, const ReadArticle& read, const std::vector<std::string>& claims);
  [[nodiscard]] bool differs_in_reads_only(Xapian::docid document, const Article& article) const;
  void recount(Xapian::docid document, const ReadArticle& read);
  void reject(Rejection rejection);
  void drop_unseen_claims();
  void commit_within_file();
  void drop_claim(Xapian::docid document, const std::string& key, const FileEntry& entry);
  /// Whether a record of this precedence in this file does not count. Where it takes the place of one that
  /// has gone, all others are chosen from again.
  [[nodiscard]] bool is_behind_version(Xapian::docid document, const std::vector<std::string>& claims,
                                       std::uint64_t precedence);
  /// Whose record a document is, without a key where that file has no claim any more.
  [[nodiscard]] Claimant claimant(Xapian::docid document, const std::vector<std::string>& claims) const;
  /// Lets these files be read once more, since any of their records may be the article now.
  void choose_again(const std::vector<std::string>& claims, const std::string& but);
  /// The path of the claimant that comes last, of those that have not vanished; nothing where there is none.
  [[nodiscard]] std::optional<std::string> last_live(const std::vector<std::string>& claims,
                                                     const std::string& but) const;
  [[nodiscard]] bool has_vanished(const std::string& key) const;
  /// This file, which is not the one that is being read, is to be read once more.
  void make_stale(const std::string& key, const std::string& path);
  [[nodiscard]] bool batch_is_full() const;
  void count_duplicates();

  Generation& writer_;
  Ledger& ledger_;
  const Sources& sources_;
  Forgotten& forgotten_;
  Batch batch_;
  LossGuard guard_;
  RunReport& report_;
  RunObserver& observer_;
  Tokenizer tokenizer_;
  Touches touches_;

  // The articles that are being built.
  unsigned jobs_ = 1;
  std::unique_ptr<ParallelBuilder> builder_;
  Fingerprints built_ids_;
  Xapian::docid last_built_ = 0;

  // The file that is being read.
  FileEntry entry_;
  std::string key_;
  bool is_unread_ = false;             ///< not to its end: what was not seen may still be there
  bool is_stale_ = false;              ///< not all of its records could be taken
  bool is_read_again_ = false;         ///< by this run, with the content that it had
  bool rejections_are_known_ = false;  ///< told to the observer earlier in this run
  std::uint64_t passed_over_ = 0;      ///< among the file's articles: forgotten

  // The run so far.
  Scratch scratch_;
  std::vector<PackedKey> vanished_;  ///< ascending
  ReadLog reads_;
  std::uint64_t all_records_ = 0;  ///< articles in all files that were read, and in the one being read
  SortedRecords stale_paths_;
  std::unordered_set<PackedKey, PackedKeyHash> stale_;  ///< by make_stale()
  std::unordered_set<PackedKey, PackedKeyHash> broken_off_;
};

}  // namespace newsline
