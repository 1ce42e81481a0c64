// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/refresh/carry_over.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <optional>
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

/// Says of a key which file that is, if it is known.
using FindEntry = std::function<std::optional<FileEntry>(const std::string& key)>;

/// The file that gave a document its text.
struct TextFile {
  std::uint64_t precedence = 0;
  std::string key;
  std::string path;  ///< empty where the file is not known
};

/// Where all claims are equal, the one that comes last by path.
TextFile text_file(const Claimant& claimant, std::vector<std::string> claims, const FindEntry& find) {
  TextFile file{claimant.precedence, claimant.file_key, ""};
  if (claimant.precedence != 0) claims = {claimant.file_key};
  for (const std::string& key : claims) {
    const auto entry = find(key);
    if (!entry || entry->file.path <= file.path) continue;
    file.key = key;
    file.path = entry->file.path;
  }
  return file;
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
  std::vector<PackedKey> staying;  // ascending, as the entries are
  for_each_entry(former_, [&](const std::string& key, const FileEntry& entry) {
    if (stays(entry)) staying.push_back(packed_key(key));
  });
  texts_.emplace(former_);
  std::uint64_t carried = 0;
  for (const Xapian::docid document : documents_of(staying)) {
    carried += bring(document, staying, writer, fresh) ? 1 : 0;
    if (writer.pending_postings() >= kBatchPostings) writer.commit();
  }
  return carried;
}

std::vector<Xapian::docid> CarryOver::documents_of(const std::vector<PackedKey>& keys) const {
  std::vector<Xapian::docid> documents;
  for (const PackedKey& key : keys) {
    const std::string term = claim_term(unpacked_key(key));
    documents.insert(documents.end(), former_.postlist_begin(term), former_.postlist_end(term));
  }
  std::ranges::sort(documents);
  const auto [first, last] = std::ranges::unique(documents);
  documents.erase(first, last);
  return documents;
}

Claimant CarryOver::claimant_of(Xapian::docid document) const {
  return claimant_of_value(former_.get_document(document).get_value(schema::slot::kPrecedence));
}

/// As an update leaves it: a claim that stays counts as one of a file that is there, so the text is that of
/// the record that goes before the others, or else of the claimant that comes last by path. True if the
/// article came with it.
bool CarryOver::bring(Xapian::docid document, const std::vector<PackedKey>& staying, Generation& writer,
                      Ledger& fresh) try {
  const std::vector<std::string> ids = terms_of(former_, document, std::string(schema::prefix::kId));
  const std::vector<std::string> former = claims_of(former_, document);
  const Xapian::docid here = ids.empty() ? 0 : writer.find(ids.front());
  const std::vector<std::string> known = here == 0 ? std::vector<std::string>() : writer.claims(here);
  std::vector<std::string> brought;
  std::copy_if(former.begin(), former.end(), std::back_inserter(brought), [&](const std::string& key) {
    return std::ranges::binary_search(staying, packed_key(key)) &&
           !std::binary_search(known.begin(), known.end(), key);
  });
  if (brought.empty()) return false;

  const FindEntry find_former = [&](const std::string& key) { return find_entry(former_, key); };
  const FindEntry find_fresh = [&](const std::string& key) { return fresh.find(key); };
  const bool text_comes =
      here == 0 || counts_more(text_file(claimant_of(document), former, find_former), brought,
                               text_file(writer.claimant_of(here), known, find_fresh));
  if (here == 0) {
    writer.add(postings_of(document, writer), brought);
  } else if (text_comes) {
    std::vector<std::string> claims = known;
    claims.insert(claims.end(), brought.begin(), brought.end());
    writer.replace(here, postings_of(document, writer), claims);
  } else {
    for (const std::string& key : brought) writer.add_claim(here, key);
  }
  for (const std::string& key : brought) bring_entry(key, fresh);
  return here == 0;
} catch (const Error& error) {
  if (error.kind() != ErrorKind::data) throw;
  ++lost_;
  return false;
}

/// A file of which only a part could be read counts with what it held.
void CarryOver::bring_entry(const std::string& key, Ledger& fresh) const {
  const FileEntry former = find_entry(former_, key).value();
  std::optional<FileEntry> known = fresh.find(key);
  if (!known) return fresh.put(former);
  if (known->complete || known->articles >= former.articles) return;
  known->articles = former.articles;
  fresh.put(*known);
}

Postings CarryOver::postings_of(Xapian::docid document, Generation& writer) {
  const Article article = stored_article(former_.get_document(document), *texts_);
  return writer.postings_of(article, tokenizer_, claimant_of(document).file_key);
}

}  // namespace newsline
