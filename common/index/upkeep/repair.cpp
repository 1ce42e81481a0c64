// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <optional>
#include <unordered_map>
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

  /// The metadata whose keys begin like this.
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> metadata(std::string_view prefix) const {
    const std::string start(prefix);
    std::vector<std::pair<std::string, std::string>> all;
    attempt([&] {
      for (auto key = database_.metadata_keys_begin(start); key != database_.metadata_keys_end(start); ++key)
        all.emplace_back(*key, database_.get_metadata(*key));
      return true;
    });
    return all;
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

using Entries = std::unordered_map<std::string, FileEntry>;

Entries entries_of(const Salvage& salvage) {
  Entries entries;
  for (const auto& [key, bytes] : salvage.metadata(schema::key::kFile))
    if (auto entry = decode_file_entry(bytes)) entries.emplace(file_key(entry->file.path), std::move(*entry));
  return entries;
}

/// The files that hold an article, by keys that are known; where none is, the one from which it was read.
std::vector<std::string> known_claims(std::vector<std::string> claims, const Article& article,
                                      Entries& entries) {
  std::erase_if(claims, [&](const std::string& key) { return !entries.contains(key); });
  if (claims.empty()) {
    claims.push_back(file_key(article.path));
    entries[claims.front()].file.path = article.path;
  }
  return claims;
}

RepairReport carry_over(Salvage& salvage, GenerationWriter& writer) {
  RepairReport report;
  Tokenizer tokenizer;
  Entries entries = entries_of(salvage);
  const Xapian::docid last = salvage.last_document();
  for (Xapian::docid document = 0; document++ < last;) {
    const auto article = salvage.article(document);
    if (!article) continue;
    const Postings postings = writer.postings_of(*article, tokenizer, salvage.claimant(document));
    writer.add(postings, known_claims(salvage.claims(document), *article, entries));
    ++report.kept;
    if (writer.pending_postings() >= kBatchPostings) writer.commit();
  }
  report.lost = salvage.document_count() - std::min<std::uint64_t>(report.kept, salvage.document_count());
  Ledger ledger(writer.database(), writer.database());
  for (auto& [key, entry] : entries) {
    // What was lost may stand in any file; what is read again replaces only what differs.
    entry.complete = entry.complete && report.lost == 0;
    ledger.put(entry);
  }
  for (const std::string_view prefix : {schema::key::kSource, schema::key::kForgotten, schema::key::kLastRun})
    for (const auto& [key, value] : salvage.metadata(prefix)) writer.database().set_metadata(key, value);
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
