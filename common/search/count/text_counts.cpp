// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/count/text_counts.h"

#include "common/article/file/content_hash.h"

namespace newsline {

bool TextCounts::add(std::string_view text, std::uint64_t times) {
  // Neighbours are often alike.
  if (last_ < entries_.size() && text_of(entries_[last_]) == text) {
    entries_[last_].count += times;
    return false;
  }
  if (2 * entries_.size() >= places_.size()) grow();
  const std::uint64_t hash = short_hash(text);
  std::uint32_t& place = places_[place_of(hash, text)];
  const bool is_new = place == 0;
  if (is_new) {
    entries_.push_back({hash, texts_.size(), text.size(), 0});
    texts_ += text;
    place = static_cast<std::uint32_t>(entries_.size());
  }
  last_ = place - 1;
  entries_[last_].count += times;
  return is_new;
}

/// Where it is, or would be.
std::size_t TextCounts::place_of(std::uint64_t hash, std::string_view text) const {
  const std::size_t mask = places_.size() - 1;
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    if (places_[at] == 0) return at;
    const Entry& entry = entries_[places_[at] - 1];
    if (entry.hash == hash && text_of(entry) == text) return at;
  }
}

void TextCounts::grow() {
  constexpr std::size_t kFewest = 64;
  const std::size_t mask = (places_.empty() ? kFewest : 2 * places_.size()) - 1;
  places_.assign(mask + 1, 0);
  for (std::size_t number = 0; number < entries_.size(); ++number) {
    std::size_t at = entries_[number].hash & mask;
    while (places_[at] != 0) at = (at + 1) & mask;
    places_[at] = static_cast<std::uint32_t>(number + 1);
  }
}

}  // namespace newsline
