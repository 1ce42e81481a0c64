// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/refresh/rehearsal.h"

#include <algorithm>
#include <cassert>

#include "common/article/file/content_hash.h"
#include "common/index/document/document.h"
#include "common/index/document/terms.h"
#include "common/index/document/values.h"
#include "common/index/schema.h"

namespace newsline {
namespace {

std::string id_term_of(const Postings& postings) {
  const auto id = std::find_if(postings.terms.begin(), postings.terms.end(), [](const Posting& posting) {
    return posting.term.starts_with(schema::prefix::kId);
  });
  return id == postings.terms.end() ? "" : id->term;
}

std::string value_among(const std::vector<std::pair<std::uint32_t, std::string>>& values,
                        std::uint32_t wanted) {
  for (const auto& [slot, value] : values)
    if (slot == wanted) return value;
  return {};
}

}  // namespace

Rehearsal::Rehearsal(std::optional<Xapian::Database> stored)
    : stored_(stored ? *std::move(stored) : Xapian::Database()),
      metadata_("", Xapian::DB_BACKEND_INMEMORY),
      article_count_(stored_.get_doccount()),
      last_document_(stored_.get_lastdocid()) {}

Xapian::docid Rehearsal::find(const std::string& id_term) const {
  const auto added = added_.find(id_term);
  if (added != added_.end()) return added->second;
  const auto found = stored_.postlist_begin(id_term);
  if (found == stored_.postlist_end(id_term)) return 0;
  const auto shape = shapes_.find(*found);
  return shape != shapes_.end() && shape->second.is_removed ? 0 : *found;
}

Rehearsal::Shape Rehearsal::shape_of(Xapian::docid document) const {
  const auto known = shapes_.find(document);
  if (known != shapes_.end()) return known->second;
  Shape shape;
  const Xapian::Document stored = stored_.get_document(document);
  shape.hash = stored.get_value(schema::slot::kHash);
  shape.reads = stored.get_value(schema::slot::kReads);
  shape.precedence = stored.get_value(schema::slot::kPrecedence);
  const std::string claim = claim_term("");
  for (auto term = stored.termlist_begin(); term != stored.termlist_end(); ++term) {
    if ((*term).starts_with(claim)) shape.claims.insert((*term).substr(claim.size()));
    if ((*term).starts_with(schema::prefix::kId)) shape.id_term = *term;
  }
  return shape;
}

Rehearsal::Shape& Rehearsal::touched(Xapian::docid document) {
  const auto known = shapes_.find(document);
  return known != shapes_.end() ? known->second : shapes_.emplace(document, shape_of(document)).first->second;
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
  std::set<Xapian::docid> documents(stored_.postlist_begin(term), stored_.postlist_end(term));
  const auto further = further_claims_.find(file_key);
  if (further != further_claims_.end()) documents.insert(further->second.begin(), further->second.end());
  std::erase_if(documents, [&](Xapian::docid document) {
    const auto shape = shapes_.find(document);
    return shape != shapes_.end() && (shape->second.is_removed || !shape->second.claims.contains(file_key));
  });
  return {documents.begin(), documents.end()};
}

void Rehearsal::claim(Xapian::docid document, const std::vector<std::string>& keys) {
  touched(document).claims = {keys.begin(), keys.end()};
  for (const std::string& key : keys) further_claims_[key].insert(document);
}

Xapian::docid Rehearsal::add(const Postings& postings, const std::vector<std::string>& claims) {
  const Xapian::docid document = ++last_document_;
  Shape& shape = shapes_[document];
  shape.id_term = id_term_of(postings);
  added_[shape.id_term] = document;
  revalue(document, postings.data, postings.values);
  claim(document, claims);
  ++article_count_;
  return document;
}

void Rehearsal::replace(Xapian::docid document, const Postings& postings,
                        const std::vector<std::string>& claims) {
  revalue(document, postings.data, postings.values);
  claim(document, claims);
}

void Rehearsal::revalue(Xapian::docid document, const std::string& data,
                        const std::vector<std::pair<std::uint32_t, std::string>>& values) {
  Shape& shape = touched(document);
  shape.hash = content_hash(data);
  shape.reads = value_among(values, schema::slot::kReads);
  shape.precedence = value_among(values, schema::slot::kPrecedence);
}

void Rehearsal::add_claim(Xapian::docid document, const std::string& file_key) {
  touched(document).claims.insert(file_key);
  further_claims_[file_key].insert(document);
}

void Rehearsal::remove_claim(Xapian::docid document, const std::string& file_key) {
  touched(document).claims.erase(file_key);
}

void Rehearsal::remove(Xapian::docid document) {
  Shape& shape = touched(document);
  shape.is_removed = true;
  added_.erase(shape.id_term);
  --article_count_;
}

void Rehearsal::absorb(std::vector<std::string> /*databases*/, unsigned /*jobs*/) { assert(false); }

}  // namespace newsline
