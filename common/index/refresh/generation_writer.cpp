// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/refresh/generation_writer.h"

#include <fcntl.h>

#include <bit>
#include <cassert>
#include <filesystem>
#include <utility>

#include "common/index/build/batch_database.h"
#include "common/index/document/document.h"
#include "common/index/document/stored_article.h"
#include "common/index/document/terms.h"
#include "common/index/document/values.h"
#include "common/index/folder/file_descriptor.h"
#include "common/index/folder/index_folder.h"
#include "common/index/packing/stored_texts.h"
#include "common/index/rules.h"
#include "common/index/schema.h"
#include "common/index/waiting_values.h"

namespace newsline {
namespace {

/// What the values say of the text, which stays the same when only names and numbers change.
constexpr std::uint32_t kTextSlots[] = {schema::slot::kSignature, schema::slot::kStory,
                                        schema::slot::kFurniture, schema::slot::kPositions};

const std::string& signature_in(const Postings& postings) {
  static const std::string kNone;
  for (const auto& [slot, value] : postings.values)
    if (slot == schema::slot::kSignature) return value;
  return kNone;
}

/// Empty where it is damaged: that is told when somebody asks for it.
std::string readable_data(const Xapian::Database& database, Xapian::docid document) {
  try {
    return database.get_document(document).get_data();
  } catch (const Xapian::DatabaseError&) {
    return {};
  }
}

/// Xapian creates these files when a commit first needs them. Were the power to fail before the folder is
/// synced, the commit's name could be on the disk and theirs not; so they are there before, empty.
void create_missing_tables(const std::string& folder) {
  for (const char* const table : {"docdata", "synonym"}) {
    const std::string path = folder + '/' + table + ".glass";
    if (std::filesystem::exists(path)) continue;
    const FileDescriptor file(path, O_WRONLY | O_CREAT | O_EXCL);
    if (!file) throw_write_error(path);
  }
}

/// Xapian writes a changed block when it leaves it. It would leave the last one of the metadata within the
/// commit, for the first values, in a destructor: there a disk that refuses would end the process.
void leave_metadata(const Xapian::Database& database) {
  static_cast<void>(database.get_metadata("\xff"));  // behind all keys
}

Scratch beside(Scratch scratch, const std::string& generation) {
  if (scratch.folder.empty()) scratch.folder = std::filesystem::path(generation).parent_path();
  return scratch;
}

}  // namespace

void create_generation(const std::string& folder) {
  Xapian::WritableDatabase database(folder, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
  for (const Rule& rule : rules_of_this_program()) database.set_metadata(std::string(rule.key), rule.value);
  database.commit();
  database.close();
}

GenerationWriter::GenerationWriter(std::string folder, int flags, Scratch scratch)
    : folder_(std::move(folder)),
      flags_(flags),
      scratch_(beside(std::move(scratch), folder_)),
      database_(folder_, Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS | flags) {
  if ((flags_ & Xapian::DB_NO_SYNC) == 0) {
    create_missing_tables(folder_);
    // The last run may have been killed between its commit and the sync of the folder. What is written now
    // goes into blocks of the state before: it must not come back.
    sync_folder(folder_);
  }
  database_.begin_transaction(false);
  in_transaction_ = true;
  tried_with_ = database_.get_doccount();
}

GenerationWriter::~GenerationWriter() {
  try {
    if (!in_transaction_) database_.begin_transaction(false);
    // Within a transaction this commits nothing. To cancel the transaction would read blocks: where that
    // fails, the database is left half taken back, and Xapian's own destructor commits that.
    database_.close();
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

std::string GenerationWriter::id_of(Xapian::docid document) const {
  auto term = database_.termlist_begin(document);
  term.skip_to(std::string(schema::prefix::kId));
  return term == database_.termlist_end(document) ? ""
                                                  : std::string(form_of_term(schema::prefix::kId, *term));
}

std::string GenerationWriter::hash_of(Xapian::docid document) const {
  return database_.get_document(document).get_value(schema::slot::kHash);
}

std::optional<std::uint64_t> GenerationWriter::reads_of(Xapian::docid document) const {
  return number_of_value(database_.get_document(document).get_value(schema::slot::kReads));
}

Claimant GenerationWriter::claimant_of(Xapian::docid document) const {
  return claimant_of_value(database_.get_document(document).get_value(schema::slot::kPrecedence));
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

NameNumbers& GenerationWriter::names() {
  if (!names_) names_.emplace(database_);
  return *names_;
}

TextPacker& GenerationWriter::packer() {
  if (!packer_) packer_.emplace(dictionary_of(database_));
  return *packer_;
}

/// Where there is none, from articles that are spread over all; tried anew when there are twice as many.
void GenerationWriter::make_dictionary() {
  const auto doublings = [](Xapian::doccount articles) {
    return std::bit_width(articles / kTextsForDictionary);
  };
  const Xapian::doccount articles = database_.get_doccount();
  const bool is_new_try = doublings(articles) > doublings(std::exchange(tried_with_, articles));
  if (!is_new_try || !dictionary_of(database_).empty()) return;
  std::vector<std::string> texts;
  Xapian::doccount seen = 0;
  for (auto at = database_.postlist_begin(""); at != database_.postlist_end(""); ++at)
    if (seen++ % (articles / kTextsForDictionary) == 0) texts.push_back(readable_data(database_, *at));
  const std::string dictionary = trained_dictionary(texts);
  if (dictionary.empty()) return;
  put_dictionary(dictionary, database_);
  packer_.reset();
}

Xapian::docid GenerationWriter::add(const Postings& postings, const std::vector<std::string>& claims) {
  pending_bytes_ += postings.data.size();
  pending_postings_ += postings.terms.size();
  families_.note(postings);
  furniture_.come(postings.edges, postings.cut);
  const Xapian::docid document = database_.add_document(document_of(postings, claims, names(), packer()));
  stories_.come(signature_in(postings), document);
  return document;
}

void GenerationWriter::replace(Xapian::docid document, const Postings& postings,
                               const std::vector<std::string>& claims) {
  furniture_.go(database_.get_document(document));
  furniture_.come(postings.edges, postings.cut);
  put(document, postings, claims);
}

void GenerationWriter::put(Xapian::docid document, const Postings& postings,
                           const std::vector<std::string>& claims) {
  pending_bytes_ += postings.data.size();
  pending_postings_ += 2 * postings.terms.size();  // those of the former text go at the same time
  NameNumbers& numbers = names();
  TextPacker& texts = packer();
  Xapian::Document changed = database_.get_document(document);
  stories_.go(changed);
  change_document(changed, postings, claims, numbers, texts);
  database_.replace_document(document, changed);
  families_.note(postings);
  stories_.come(signature_in(postings), document);
}

void GenerationWriter::revalue(Xapian::docid document, const std::string& data,
                               const std::vector<std::pair<std::uint32_t, std::string>>& values) {
  pending_bytes_ += data.size();
  pending_postings_ += values.size();
  Xapian::Document changed = database_.get_document(document);
  changed.set_data(packer().packed(data));
  std::vector<std::pair<std::uint32_t, std::string>> kept;
  for (const std::uint32_t slot : kTextSlots) kept.emplace_back(slot, changed.get_value(slot));
  changed.clear_values();
  for (const auto& [slot, value] : kept) changed.add_value(slot, value);
  for (const auto& [slot, value] : values) changed.add_value(slot, names().stored(slot, value));
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
  const Xapian::Document former = database_.get_document(document);
  stories_.go(former);
  furniture_.go(former);
  database_.delete_document(document);
}

void GenerationWriter::absorb(std::vector<std::string> databases, unsigned jobs) {
  assert(database_.get_doccount() == 0 && !names_ && !packer_);
  in_transaction_ = false;
  database_.commit_transaction();
  database_.commit();
  database_.close();
  const std::string merged = folder_ + ".tmp";
  databases.insert(databases.begin(), folder_);
  settle_parts(databases, jobs, scratch_);
  merge_databases(databases, merged);
  std::filesystem::rename(merged, folder_);
  database_ = Xapian::WritableDatabase(folder_, Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS | flags_);
  write_story_metadata(database_, scratch_);
  database_.begin_transaction(false);
  in_transaction_ = true;
  tried_with_ = database_.get_doccount();
  furniture_.absorbed();
}

/// Articles in which other lines are furniture now than when they came.
void GenerationWriter::cut_anew() {
  const auto recuts = furniture_.settle(database_);
  if (recuts.empty()) return;
  Tokenizer tokenizer;
  StoredTexts texts(database_);
  WaitingValues waiting(database_);
  for (const auto& [document, cut] : recuts) {
    const Article article = stored_article(database_.get_document(document), texts);
    put(document, make_postings(article, tokenizer, claimant_of(document).file_key, cut), claims(document));
    if (waiting.add()) stories_.write_waiting(database_);
  }
}

void GenerationWriter::commit() {
  cut_anew();
  make_dictionary();
  families_.write_to(database_);
  if (names_) names_->write_to(database_);
  stories_.settle(database_);
  leave_metadata(database_);
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
