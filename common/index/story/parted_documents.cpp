// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/story/parted_documents.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "common/index/schema.h"

namespace newsline {
namespace {

/// Of a signature that is kept, beside its bytes.
constexpr std::size_t kBytesToKeep = 80;

}  // namespace

PartedDocuments::PartedDocuments(const std::vector<Xapian::Database>& parts) : parts_(parts) {
  for (const Xapian::Database& part : parts) {
    ends_before_.push_back(last_);
    last_ += part.get_lastdocid();
  }
}

PartedDocuments::Place PartedDocuments::place_of(std::uint32_t number) const {
  const auto behind = std::ranges::lower_bound(ends_before_, number);
  const auto part = static_cast<std::size_t>(std::distance(ends_before_.begin(), behind)) - 1;
  return {part, number - ends_before_[part]};
}

std::string PartedDocuments::value(std::uint32_t number, Xapian::valueno slot) const {
  const Place place = place_of(number);
  return parts_[place.part].get_document(place.document, Xapian::DOC_ASSUME_VALID).get_value(slot);
}

std::string_view Signatures::of(std::uint32_t number) {
  const auto known = kept_.find(number);
  if (known != kept_.end()) return known->second;
  last_ = documents_.value(number, schema::slot::kSignature);
  const std::size_t taken = last_.size() + kBytesToKeep;
  if (taken > room_bytes_) return last_;
  room_bytes_ -= taken;
  return kept_.emplace(number, std::move(last_)).first->second;
}

}  // namespace newsline
