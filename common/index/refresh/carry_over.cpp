// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/refresh/carry_over.h"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "common/error.h"
#include "common/index/document/document.h"
#include "common/index/document/postings.h"
#include "common/index/document/stored_article.h"
#include "common/index/schema.h"

namespace newsline {
namespace {

constexpr std::size_t kBatchPostings = 1'000'000;

/// Those of a document's terms that begin like this.
std::vector<std::string> terms_of(const Xapian::Database& database, Xapian::docid document,
                                  const std::string& start) {
  std::vector<std::string> terms;
  auto term = database.termlist_begin(document);
  const auto end = database.termlist_end(document);
  for (term.skip_to(start); term != end && (*term).starts_with(start); ++term) terms.push_back(*term);
  return terms;
}

std::vector<std::string> claims_of(const Xapian::Database& database, Xapian::docid document) {
  const std::string start = claim_term("");
  std::vector<std::string> keys = terms_of(database, document, start);
  for (std::string& key : keys) key.erase(0, start.size());
  return keys;
}

/// Of these files the one that comes last by path; null if the ledger knows none.
const FileEntry* last_of(const std::vector<std::string>& keys, const Ledger& ledger) {
  const FileEntry* last = nullptr;
  for (const std::string& key : keys) {
    const FileEntry* entry = ledger.find(key);
    if (entry != nullptr && (last == nullptr || entry->file.path > last->file.path)) last = entry;
  }
  return last;
}

/// The file that gave a document its text.
struct TextFile {
  std::uint64_t precedence = 0;
  std::string key;
  std::string path;  ///< empty where the ledger does not know it
};

TextFile text_file(const Claimant& claimant, const std::vector<std::string>& claims, const Ledger& ledger) {
  const FileEntry* file = claimant.precedence != 0 ? ledger.find(claimant.file_key) : last_of(claims, ledger);
  if (file == nullptr) return {claimant.precedence, claimant.file_key, ""};
  return {claimant.precedence, file_key(file->file.path), file->file.path};
}

bool counts_more(const TextFile& theirs, const std::vector<std::string>& brought, const TextFile& ours) {
  const bool comes = std::find(brought.begin(), brought.end(), theirs.key) != brought.end();
  return comes && !ours.path.empty() &&
         std::tie(theirs.precedence, theirs.path) > std::tie(ours.precedence, ours.path);
}

}  // namespace

void CarryOver::bring_settings(Xapian::WritableDatabase& database) const {
  for (const std::string_view prefix : {schema::key::kSource, schema::key::kForgotten}) {
    const std::string start(prefix);
    for (auto key = former_.metadata_keys_begin(start); key != former_.metadata_keys_end(start); ++key)
      database.set_metadata(*key, former_.get_metadata(*key));
  }
}

std::uint64_t CarryOver::bring_articles(Generation& writer, Ledger& fresh,
                                        const std::function<bool(const FileEntry&)>& stays) {
  std::set<std::string> staying;
  for (const auto& [key, entry] : ledger_.entries())
    if (stays(entry)) staying.insert(key);
  texts_.emplace(former_);
  std::uint64_t carried = 0;
  for (const Xapian::docid document : documents_of(staying)) {
    carried += bring(document, staying, writer, fresh) ? 1 : 0;
    if (writer.pending_postings() >= kBatchPostings) writer.commit();
  }
  return carried;
}

std::set<Xapian::docid> CarryOver::documents_of(const std::set<std::string>& keys) const {
  std::set<Xapian::docid> documents;
  for (const std::string& key : keys) {
    const std::string term = claim_term(key);
    documents.insert(former_.postlist_begin(term), former_.postlist_end(term));
  }
  return documents;
}

Claimant CarryOver::claimant_of(Xapian::docid document) const {
  return claimant_of_value(former_.get_document(document).get_value(schema::slot::kPrecedence));
}

/// As an update leaves it: a claim that stays counts as one of a file that is there, so the text is that of
/// the record that goes before the others, or else of the claimant that comes last by path. True if the
/// article came with it.
bool CarryOver::bring(Xapian::docid document, const std::set<std::string>& staying, Generation& writer,
                      Ledger& fresh) try {
  const std::vector<std::string> ids = terms_of(former_, document, std::string(schema::prefix::kId));
  const std::vector<std::string> former = claims_of(former_, document);
  const Xapian::docid here = ids.empty() ? 0 : writer.find(ids.front());
  const std::vector<std::string> known = here == 0 ? std::vector<std::string>() : writer.claims(here);
  std::vector<std::string> brought;
  std::copy_if(former.begin(), former.end(), std::back_inserter(brought), [&](const std::string& key) {
    return staying.contains(key) && !std::binary_search(known.begin(), known.end(), key);
  });
  if (brought.empty()) return false;

  const bool text_comes = here == 0 || counts_more(text_file(claimant_of(document), former, ledger_), brought,
                                                   text_file(writer.claimant_of(here), known, fresh));
  if (here == 0) {
    writer.add(postings_of(document, writer), brought);
  } else if (text_comes) {
    std::vector<std::string> claims = known;
    claims.insert(claims.end(), brought.begin(), brought.end());
    writer.replace(here, postings_of(document, writer), claims);
  } else {
    for (const std::string& key : brought) writer.add_claim(here, key);
  }
  for (const std::string& key : brought) bring_entry(key, writer.database(), fresh);
  return here == 0;
} catch (const Error& error) {
  if (error.kind() != ErrorKind::data) throw;
  ++lost_;
  return false;
}

/// A file of which only a part could be read counts with what it held.
void CarryOver::bring_entry(const std::string& key, Xapian::WritableDatabase& database, Ledger& fresh) const {
  const FileEntry& former = *ledger_.find(key);
  const FileEntry* known = fresh.find(key);
  if (known == nullptr) return fresh.put(database, former);
  if (known->complete || known->articles >= former.articles) return;
  FileEntry entry = *known;
  entry.articles = former.articles;
  fresh.put(database, std::move(entry));
}

Postings CarryOver::postings_of(Xapian::docid document, Generation& writer) {
  const Article article = stored_article(former_.get_document(document), *texts_);
  return writer.postings_of(article, tokenizer_, claimant_of(document).file_key);
}

}  // namespace newsline
