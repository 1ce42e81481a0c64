// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/refresh/rehearsal.h"

#include <algorithm>
#include <cassert>

#include "common/article/file/content_hash.h"
#include "common/index/document/document.h"
#include "common/index/document/terms.h"
#include "common/index/document/values.h"
#include "common/index/ledger/number_groups.h"
#include "common/index/schema.h"

namespace newsline {
namespace {

using Values = std::vector<std::pair<std::uint32_t, std::string>>;

std::string id_term_of(const Postings& postings) {
  const auto id = std::find_if(postings.terms.begin(), postings.terms.end(), [](const Posting& posting) {
    return posting.term.starts_with(schema::prefix::kId);
  });
  return id == postings.terms.end() ? "" : id->term;
}

std::string value_among(const Values& values, std::uint32_t wanted) {
  for (const auto& [slot, value] : values)
    if (slot == wanted) return value;
  return {};
}

}  // namespace

Rehearsal::Rehearsal(std::optional<Xapian::Database> stored, const std::string& folder)
    : stored_(stored ? *std::move(stored) : Xapian::Database()),
      touched_(folder, ScratchDatabase::Holds::documents),
      article_count_(stored_.get_doccount()),
      last_document_(stored_.get_lastdocid()) {}

Xapian::docid Rehearsal::find(const std::string& id_term) const {
  for (const Xapian::Database* database : {static_cast<const Xapian::Database*>(&*touched_), &stored_}) {
    const auto found = database->postlist_begin(id_term);
    if (found == database->postlist_end(id_term)) continue;
    // One that was touched and has lost its id was removed.
    return database == &stored_ && is_touched(*found) ? 0 : *found;
  }
  return 0;
}

Rehearsal::Shape Rehearsal::shape_of(Xapian::docid document) const {
  Shape shape;
  const Xapian::Document seen = (is_touched(document) ? *touched_ : stored_).get_document(document);
  if (is_touched(document)) {
    const std::string data = seen.get_data();
    NumberGroups fields{data};
    for (std::string* field : {&shape.hash, &shape.reads, &shape.precedence}) *field = fields.take_text();
  } else {
    shape.hash = seen.get_value(schema::slot::kHash);
    shape.reads = seen.get_value(schema::slot::kReads);
    shape.precedence = seen.get_value(schema::slot::kPrecedence);
  }
  const std::string claim = claim_term("");
  for (auto term = seen.termlist_begin(); term != seen.termlist_end(); ++term) {
    if ((*term).starts_with(claim)) shape.claims.insert((*term).substr(claim.size()));
    if ((*term).starts_with(schema::prefix::kId)) shape.id_term = *term;
  }
  return shape;
}

void Rehearsal::put(Xapian::docid document, const Shape& shape) {
  std::string data;
  for (const std::string* field : {&shape.hash, &shape.reads, &shape.precedence}) append_text(data, *field);
  Xapian::Document seen;
  seen.set_data(data);
  if (!shape.id_term.empty()) seen.add_boolean_term(shape.id_term);
  for (const std::string& key : shape.claims) seen.add_boolean_term(claim_term(key));
  touched_->replace_document(document, seen);
  if (document >= are_touched_.size()) are_touched_.resize(std::size_t{document} + 1);
  are_touched_[document] = true;
}

std::string Rehearsal::id_of(Xapian::docid document) const {
  return std::string(form_of_term(schema::prefix::kId, shape_of(document).id_term));
}

std::string Rehearsal::hash_of(Xapian::docid document) const { return shape_of(document).hash; }

std::optional<std::uint64_t> Rehearsal::reads_of(Xapian::docid document) const {
  return number_of_value(shape_of(document).reads);
}

Claimant Rehearsal::claimant_of(Xapian::docid document) const {
  return claimant_of_value(shape_of(document).precedence);
}

std::vector<std::string> Rehearsal::claims(Xapian::docid document) const {
  const Shape shape = shape_of(document);
  return {shape.claims.begin(), shape.claims.end()};
}

std::vector<Xapian::docid> Rehearsal::claimed_by(const std::string& file_key) const {
  const std::string term = claim_term(file_key);
  std::vector<Xapian::docid> documents(stored_.postlist_begin(term), stored_.postlist_end(term));
  std::erase_if(documents, [&](Xapian::docid document) { return is_touched(document); });
  documents.insert(documents.end(), touched_->postlist_begin(term), touched_->postlist_end(term));
  std::ranges::sort(documents);
  return documents;
}

Xapian::docid Rehearsal::add(const Postings& postings, const std::vector<std::string>& claims) {
  const Xapian::docid document = ++last_document_;
  Shape shape;
  shape.id_term = id_term_of(postings);
  put_anew(document, std::move(shape), postings, claims);
  ++article_count_;
  return document;
}

void Rehearsal::replace(Xapian::docid document, const Postings& postings,
                        const std::vector<std::string>& claims) {
  put_anew(document, shape_of(document), postings, claims);
}

void Rehearsal::put_anew(Xapian::docid document, Shape shape, const Postings& postings,
                         const std::vector<std::string>& claims) {
  shape.claims = {claims.begin(), claims.end()};
  put(document, revalued(std::move(shape), postings.data, postings.values));
}

Rehearsal::Shape Rehearsal::revalued(Shape shape, const std::string& data, const Values& values) {
  shape.hash = content_hash(data);
  shape.reads = value_among(values, schema::slot::kReads);
  shape.precedence = value_among(values, schema::slot::kPrecedence);
  return shape;
}

void Rehearsal::revalue(Xapian::docid document, const std::string& data, const Values& values) {
  put(document, revalued(shape_of(document), data, values));
}

void Rehearsal::add_claim(Xapian::docid document, const std::string& file_key) {
  Shape shape = shape_of(document);
  shape.claims.insert(file_key);
  put(document, shape);
}

void Rehearsal::remove_claim(Xapian::docid document, const std::string& file_key) {
  Shape shape = shape_of(document);
  shape.claims.erase(file_key);
  put(document, shape);
}

void Rehearsal::remove(Xapian::docid document) {
  put(document, {});
  --article_count_;
}

void Rehearsal::absorb(std::vector<std::string> /*databases*/, unsigned /*jobs*/) { assert(false); }

}  // namespace newsline
