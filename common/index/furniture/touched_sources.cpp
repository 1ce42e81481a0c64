// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/furniture/touched_sources.h"

#include <utility>

#include "common/index/ledger/number_groups.h"

namespace newsline {
namespace {

/// Of the scratch.
constexpr std::size_t kLists = 2;
/// A source and its term, beside what its counts and lines take.
constexpr std::size_t kBytesPerSource = 300;

std::size_t bytes_of(const TouchedSource& source) {
  return kBytesPerSource + source.counts.size_bytes() + source.furniture.size_bytes();
}

std::string packed(const TouchedSource& source) {
  std::string bytes;
  append_number(bytes, source.is_counted ? 1 : 0);
  append_number(bytes, source.next_lesson);
  append_number(bytes, source.unsure_until);
  append_text(bytes, source.furniture.pack());
  return bytes.append(source.counts.pack());
}

}  // namespace

TouchedSource* TouchedSources::find(const std::string& term) {
  const auto known = sources_.find(term);
  if (known != sources_.end()) return &given_out(known->second);
  if (!elsewhere_) return nullptr;
  const std::string bytes = (*elsewhere_)->get_metadata(term);
  return bytes.empty() ? nullptr : &put(term, unpacked(bytes));
}

TouchedSource& TouchedSources::put(const std::string& term, TouchedSource source) {
  if (last_ != nullptr) given_out(*last_);  // counts what it has grown by
  if (bytes_ > kLists * scratch_.memory_bytes) put_elsewhere();
  return given_out(sources_.insert_or_assign(term, Kept{std::move(source)}).first->second);
}

TouchedSource& TouchedSources::given_out(Kept& kept) {
  for (Kept* const grown : {last_, &kept}) {
    if (grown == nullptr) continue;
    const std::size_t bytes = bytes_of(grown->source);
    bytes_ += bytes - grown->bytes;
    grown->bytes = bytes;
  }
  last_ = &kept;
  return kept.source;
}

void TouchedSources::put_elsewhere() {
  if (!elsewhere_)
    elsewhere_ = std::make_unique<ScratchDatabase>(scratch_.folder, ScratchDatabase::Holds::metadata);
  for (const auto& [term, kept] : sources_) (*elsewhere_)->set_metadata(term, packed(kept.source));
  sources_.clear();
  last_ = nullptr;
  bytes_ = 0;
}

TouchedSource TouchedSources::unpacked(std::string_view bytes) {
  NumberGroups fields{bytes};
  TouchedSource source;
  source.is_counted = fields.take() == 1;
  source.next_lesson = fields.take();
  source.unsure_until = static_cast<Xapian::docid>(fields.take());
  source.furniture = FurnitureLines::unpack(fields.take_text());
  source.counts = LineCounts::unpack(fields.bytes);
  return source;
}

}  // namespace newsline
