// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/document/document.h"

#include <algorithm>

#include "common/index/document/terms.h"
#include "common/index/schema.h"

namespace newsline {
namespace {

/// Far above what the limits of the readers let through, and below what glass was seen to hold (100 MB).
constexpr std::size_t kMaxDataBytes = 90u << 20;
constexpr std::size_t kMaxTermKeyBytes = 245;

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

}  // namespace

std::string claim_term(const std::string& file_key) { return make_term(schema::prefix::kFile, file_key); }

Xapian::Document document_of(const Postings& postings, const std::vector<std::string>& claims) {
  Xapian::Document document;
  document.set_data(postings.data);
  for (const Posting& posting : postings.terms) add_posting(document, posting);
  for (const std::string& claim : claims) document.add_boolean_term(claim_term(claim));
  for (const auto& [slot, value] : postings.values) document.add_value(slot, value);
  return document;
}

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

std::size_t posting_count(const Postings& postings) {
  std::size_t count = 0;
  for (const Posting& posting : postings.terms) count += std::max<std::size_t>(1, posting.positions.size());
  return count;
}

}  // namespace newsline
