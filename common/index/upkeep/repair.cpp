// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/article/file/walk.h"
#include "common/index/document/postings.h"
#include "common/index/document/precedence.h"
#include "common/index/document/stored_article.h"
#include "common/index/document/terms.h"
#include "common/index/folder/index_folder.h"
#include "common/index/glass.h"
#include "common/index/ledger/ledger.h"
#include "common/index/refresh/generation_writer.h"
#include "common/index/refresh/new_generation.h"
#include "common/index/schema.h"
#include "common/index/upkeep.h"

namespace newsline {
namespace {

constexpr std::size_t kBatchPostings = 1'000'000;

/// Reads what is whole of a damaged generation. Whatever cannot be read is nothing, not an error, and
/// remembered.
class Salvage {
 public:
  explicit Salvage(const Xapian::Database& database) : database_(database) {}

  [[nodiscard]] Xapian::doccount document_count() const {
    return attempt([&] { return database_.get_doccount(); }).value_or(0);
  }

  [[nodiscard]] Xapian::docid last_document() const {
    return attempt([&] { return database_.get_lastdocid(); }).value_or(0);
  }

  [[nodiscard]] std::optional<Article> article(Xapian::docid document) {
    return attempt([&] { return stored_article(database_.get_document(document), texts_); });
  }

  /// The key of the file whose record it is, where that is kept.
  [[nodiscard]] std::string claimant(Xapian::docid document) const {
    const auto value =
        attempt([&] { return database_.get_document(document).get_value(schema::slot::kPrecedence); });
    return claimant_of_value(value.value_or("")).file_key;
  }

  [[nodiscard]] std::vector<std::string> claims(Xapian::docid document) const {
    const std::string prefix = make_term(schema::prefix::kFile, "");
    std::vector<std::string> keys;
    attempt([&] {
      auto term = database_.termlist_begin(document);
      for (term.skip_to(prefix); term != database_.termlist_end(document) && (*term).starts_with(prefix);
           ++term)
        keys.push_back((*term).substr(prefix.size()));
      return true;
    });
    return keys;
  }

  /// Calls `each` with the metadata whose keys begin like this.
  template <typename Each>
  void for_each_metadata(std::string_view prefix, Each each) const {
    auto key = attempt([&] { return database_.metadata_keys_begin(std::string(prefix)); });
    bool is_there = key.has_value();
    while (is_there && *key != database_.metadata_keys_end(std::string(prefix))) {
      const auto value = attempt([&] { return database_.get_metadata(**key); });
      if (value) each(**key, *value);
      is_there = attempt([&] { return ++*key, true; }).has_value();
    }
  }

  /// Whether all that was asked for could be read.
  [[nodiscard]] bool is_complete() const { return is_complete_; }

 private:
  template <typename Work>
  auto attempt(Work&& work) const -> std::optional<decltype(work())> {
    try {
      return work();
    } catch (const Xapian::DocNotFoundError&) {
      // Its number is that of no document: how many there are is known.
    } catch (const Xapian::Error&) {
      is_complete_ = false;
    } catch (const std::exception&) {
      is_complete_ = false;
    }
    return std::nullopt;
  }

  const Xapian::Database& database_;
  StoredTexts texts_{database_};
  mutable bool is_complete_ = true;
};

/// Calls `each` with the entries of all files.
template <typename Each>
void for_each_entry_of(const Salvage& salvage, Each each) {
  salvage.for_each_metadata(schema::key::kFile, [&](const std::string& /*key*/, const std::string& bytes) {
    if (const auto entry = decode_file_entry(bytes)) each(*entry);
  });
}

/// The files that hold an article, by keys that are known; where none is, the one from which it was read.
std::vector<std::string> known_claims(std::vector<std::string> claims, const Article& article,
                                      Ledger& ledger) {
  std::erase_if(claims, [&](const std::string& key) { return !ledger.find(key); });
  if (claims.empty()) {
    claims.push_back(file_key(article.path));
    FileEntry entry;
    entry.file.path = article.path;
    if (!ledger.find(claims.front())) ledger.put(entry);
  }
  return claims;
}

RepairReport carry_over(Salvage& salvage, GenerationWriter& writer) {
  RepairReport report;
  Tokenizer tokenizer;
  Ledger ledger(writer.database(), writer.database());
  for_each_entry_of(salvage, [&](const FileEntry& entry) { ledger.put(entry); });
  const Xapian::docid last = salvage.last_document();
  for (Xapian::docid document = 0; document++ < last;) {
    const auto article = salvage.article(document);
    if (!article) continue;
    const Postings postings = writer.postings_of(*article, tokenizer, salvage.claimant(document));
    writer.add(postings, known_claims(salvage.claims(document), *article, ledger));
    ++report.kept;
    if (writer.pending_postings() >= kBatchPostings) writer.commit();
  }
  report.lost = salvage.document_count() - std::min<std::uint64_t>(report.kept, salvage.document_count());
  // What was lost may stand in any file; what is read again replaces only what differs.
  if (report.lost != 0)
    for_each_entry_of(salvage,
                      [&](const FileEntry& entry) { ledger.mark_incomplete(file_key(entry.file.path)); });
  for (const std::string_view prefix : {schema::key::kSource, schema::key::kForgotten, schema::key::kLastRun})
    salvage.for_each_metadata(prefix, [&](const std::string& key, const std::string& value) {
      writer.database().set_metadata(key, value);
    });
  writer.commit();
  return report;
}

enum class Losses { allowed, refused };

/// Nothing, and nothing is changed, where something would be lost and that is refused.
std::optional<RepairReport> repair_index(const std::string& index, Losses losses) {
  require_index(index);
  const WriteLock lock(index, "repair");
  const Xapian::Database damaged = open_for_reading(index);
  NewGeneration generation(index);
  Salvage salvage(damaged);
  RepairReport report;
  {
    GenerationWriter writer(generation.folder(), Xapian::DB_NO_SYNC);
    report = carry_over(salvage, writer);
  }
  if (losses == Losses::refused && (report.lost != 0 || !salvage.is_complete())) return std::nullopt;
  generation.compact();
  generation.publish();
  report.generation = generation.name();
  return report;
}

}  // namespace

RepairReport repair(const std::string& index) {
  return guarded(index, [&] { return repair_index(absolute_path(index), Losses::allowed).value(); });
}

std::optional<RepairReport> repair_without_loss(const std::string& index) {
  return guarded(index, [&] { return repair_index(absolute_path(index), Losses::refused); });
}

}  // namespace newsline
