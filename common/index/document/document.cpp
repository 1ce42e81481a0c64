// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/document/document.h"

#include <algorithm>
#include <map>

#include "common/index/document/terms.h"
#include "common/index/schema.h"

namespace newsline {
namespace {

constexpr std::size_t kMaxTermKeyBytes = 245;

}  // namespace

std::string claim_term(const std::string& file_key) { return make_term(schema::prefix::kFile, file_key); }

Xapian::Document document_of(const Postings& postings, const std::vector<std::string>& claims,
                             NameNumbers& names, TextPacker& packer) {
  Xapian::Document document;
  document.set_data(packer.packed(postings.data));
  for (const Posting& posting : postings.terms) document.add_term(posting.term, posting.weight);
  for (const std::string& claim : claims) document.add_boolean_term(claim_term(claim));
  for (const auto& [slot, value] : postings.values) document.add_value(slot, names.stored(slot, value));
  return document;
}

void change_document(Xapian::Document& document, const Postings& postings,
                     const std::vector<std::string>& claims, NameNumbers& names, TextPacker& packer) {
  std::map<std::string, Xapian::termcount> wanted;
  for (const Posting& posting : postings.terms)
    wanted.emplace_hint(wanted.end(), posting.term, posting.weight);
  for (const std::string& claim : claims) wanted.emplace(claim_term(claim), 0);
  std::vector<std::string> gone;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    const auto same = wanted.find(*term);
    if (same != wanted.end() && same->second == term.get_wdf())
      wanted.erase(same);
    else
      gone.push_back(*term);
  }
  for (const std::string& term : gone) document.remove_term(term);
  for (const auto& [term, weight] : wanted) document.add_term(term, weight);
  document.set_data(packer.packed(postings.data));
  document.clear_values();
  for (const auto& [slot, value] : postings.values) document.add_value(slot, names.stored(slot, value));
}

bool is_storable(const Postings& postings) {
  const auto key_bytes = [](const std::string& term) {
    return term.size() + static_cast<std::size_t>(std::count(term.begin(), term.end(), '\0'));
  };
  return postings.data.size() <= schema::kMaxDataBytes &&
         std::all_of(
             postings.terms.begin(), postings.terms.end(),
             [&](const Posting& p) { return !p.term.empty() && key_bytes(p.term) <= kMaxTermKeyBytes; }) &&
         std::all_of(postings.values.begin(), postings.values.end(),
                     [](const auto& value) { return value.second.size() <= schema::kMaxDataBytes; });
}

}  // namespace newsline
