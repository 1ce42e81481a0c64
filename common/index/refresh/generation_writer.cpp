// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/refresh/generation_writer.h"

#include <algorithm>

#include "common/index/document/terms.h"
#include "common/index/document/values.h"
#include "common/index/folder/index_folder.h"
#include "common/index/rules.h"
#include "common/index/schema.h"

namespace newsline {
namespace {

/// Far above what the limits of the readers let through, and below what glass was seen to hold (100 MB).
constexpr std::size_t kMaxDataBytes = 90u << 20;
constexpr std::size_t kMaxTermKeyBytes = 245;

std::string claim_term(const std::string& file_key) { return make_term(schema::prefix::kFile, file_key); }

void add_posting(Xapian::Document& document, const Posting& posting) {
  if (posting.positions.empty()) {
    document.add_term(posting.term, posting.weight);
    return;
  }
  Xapian::termcount weight = posting.weight;
  for (const std::uint32_t position : posting.positions) {
    document.add_posting(posting.term, position, weight);
    weight = 0;
  }
}

Xapian::Document document_of(const Postings& postings, const std::vector<std::string>& claims) {
  Xapian::Document document;
  document.set_data(postings.data);
  for (const Posting& posting : postings.terms) add_posting(document, posting);
  for (const std::string& claim : claims) document.add_boolean_term(claim_term(claim));
  for (const auto& [slot, value] : postings.values) document.add_value(slot, value);
  return document;
}

std::size_t size_of(const Postings& postings) {
  std::size_t count = 0;
  for (const Posting& posting : postings.terms) count += std::max<std::size_t>(1, posting.positions.size());
  return count;
}

}  // namespace

bool is_storable(const Postings& postings) {
  const auto key_bytes = [](const std::string& term) {
    return term.size() + static_cast<std::size_t>(std::count(term.begin(), term.end(), '\0'));
  };
  return postings.data.size() <= kMaxDataBytes &&
         std::all_of(
             postings.terms.begin(), postings.terms.end(),
             [&](const Posting& p) { return !p.term.empty() && key_bytes(p.term) <= kMaxTermKeyBytes; }) &&
         std::all_of(postings.values.begin(), postings.values.end(),
                     [](const auto& value) { return value.second.size() <= kMaxDataBytes; });
}

void create_generation(const std::string& folder) {
  Xapian::WritableDatabase database(folder, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
  for (const Rule& rule : rules_of_this_program()) database.set_metadata(std::string(rule.key), rule.value);
  database.commit();
  database.close();
}

GenerationWriter::GenerationWriter(std::string folder, int flags)
    : folder_(std::move(folder)), database_(folder_, Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS | flags) {
  database_.begin_transaction(false);
  in_transaction_ = true;
}

GenerationWriter::~GenerationWriter() {
  try {
    if (!in_transaction_) database_.begin_transaction(false);
    database_.cancel_transaction();
  } catch (const Xapian::Error&) {
    // The database has closed itself after a failure that is on its way to the caller: nothing is left to
    // take back.
  } catch (const std::exception&) {
    // Likewise: what a damaged table or want of memory throws.
  }
}

Xapian::docid GenerationWriter::find(const std::string& id_term) const {
  const auto document = database_.postlist_begin(id_term);
  return document == database_.postlist_end(id_term) ? 0 : *document;
}

std::string GenerationWriter::hash_of(Xapian::docid document) const {
  return database_.get_document(document).get_value(schema::slot::kHash);
}

std::optional<std::uint64_t> GenerationWriter::reads_of(Xapian::docid document) const {
  return number_of_value(database_.get_document(document).get_value(schema::slot::kReads));
}

std::vector<std::string> GenerationWriter::claims(Xapian::docid document) const {
  const std::string prefix = claim_term("");
  std::vector<std::string> keys;
  auto term = database_.termlist_begin(document);
  const auto end = database_.termlist_end(document);
  for (term.skip_to(prefix); term != end && (*term).starts_with(prefix); ++term)
    keys.push_back((*term).substr(prefix.size()));
  return keys;
}

std::vector<Xapian::docid> GenerationWriter::claimed_by(const std::string& file_key) const {
  const std::string term = claim_term(file_key);
  return {database_.postlist_begin(term), database_.postlist_end(term)};
}

Xapian::docid GenerationWriter::add(const Postings& postings, const std::vector<std::string>& claims) {
  pending_bytes_ += postings.data.size();
  pending_postings_ += size_of(postings);
  return database_.add_document(document_of(postings, claims));
}

void GenerationWriter::replace(Xapian::docid document, const Postings& postings,
                               const std::vector<std::string>& claims) {
  pending_bytes_ += postings.data.size();
  pending_postings_ += 2 * size_of(postings);  // those of the former text go at the same time
  database_.replace_document(document, document_of(postings, claims));
}

void GenerationWriter::revalue(Xapian::docid document, const std::string& data,
                               const std::vector<std::pair<std::uint32_t, std::string>>& values) {
  pending_bytes_ += data.size();
  pending_postings_ += values.size();
  Xapian::Document changed = database_.get_document(document);
  changed.set_data(data);
  changed.clear_values();
  for (const auto& [slot, value] : values) changed.add_value(slot, value);
  database_.replace_document(document, changed);
}

void GenerationWriter::add_claim(Xapian::docid document, const std::string& file_key) {
  Xapian::Document changed = database_.get_document(document);
  changed.add_boolean_term(claim_term(file_key));
  database_.replace_document(document, changed);
  ++pending_postings_;
}

void GenerationWriter::remove_claim(Xapian::docid document, const std::string& file_key) {
  Xapian::Document changed = database_.get_document(document);
  changed.remove_term(claim_term(file_key));
  database_.replace_document(document, changed);
  ++pending_postings_;
}

void GenerationWriter::remove(Xapian::docid document) {
  pending_postings_ += database_.get_doclength(document);
  database_.delete_document(document);
}

void GenerationWriter::commit() {
  in_transaction_ = false;
  database_.commit_transaction();  // ends the transaction only: it was begun without a flush
  database_.commit();
  sync_folder(folder_);
  database_.begin_transaction(false);
  in_transaction_ = true;
  pending_bytes_ = 0;
  pending_postings_ = 0;
}

}  // namespace newsline
