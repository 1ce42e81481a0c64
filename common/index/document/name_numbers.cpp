// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/document/name_numbers.h"

#include <algorithm>

#include "common/index/document/values.h"
#include "common/index/ledger/number_groups.h"

namespace newsline {
namespace {

/// Longer values gain little, as few articles share them, and are left as they are.
constexpr std::size_t kMostBytes = 255;

std::size_t place_of(std::uint32_t slot) {
  return static_cast<std::size_t>(std::ranges::find(kNumberedSlots, slot) - kNumberedSlots.begin());
}

}  // namespace

std::vector<std::pair<std::uint32_t, std::string>> name_values(const Article& article) {
  std::vector<std::pair<std::uint32_t, std::string>> values = {
      {schema::slot::kTags, names_value(article.tags)},
      {schema::slot::kAuthors, names_value(article.authors)},
      {schema::slot::kSource, name_value(article.source)},
      {schema::slot::kSection, name_value(article.section)}};
  std::erase_if(values, [](const auto& value) { return value.second.empty(); });
  return values;
}

NameNumbers::NameNumbers(const Xapian::Database& database) {
  for (const std::uint32_t number : kNumberedSlots) {
    Slot& slot = slots_[place_of(number)];
    for (std::uint32_t chunk = 0;; ++chunk) {
      const std::string bytes = database.get_metadata(names_chunk_key(number, chunk));
      const std::vector<std::string_view> values = names_in_chunk(bytes);
      for (const std::string_view value : values) add(slot, std::string(value));
      if (values.size() < kNamesChunk) break;
    }
    slot.written = slot.values.size();
  }
}

std::uint32_t NameNumbers::add(Slot& slot, std::string value) {
  const auto number = static_cast<std::uint32_t>(slot.values.size());
  const auto [place, is_new] = slot.numbers.emplace(std::move(value), number);
  if (is_new) slot.values.push_back(&place->first);
  return place->second;
}

std::string NameNumbers::stored(std::uint32_t slot, const std::string& value) {
  if (!is_numbered(slot) || value.empty() || value.size() > kMostBytes) return value;
  Slot& known = slots_[place_of(slot)];
  auto place = known.numbers.find(value);
  if (place == known.numbers.end() && known.values.size() >= kMostNameNumbers) return value;
  std::string stored(1, kNameNumber);
  append_number(stored, place == known.numbers.end() ? add(known, value) : place->second);
  return stored;
}

void NameNumbers::write_to(Xapian::WritableDatabase& database) {
  for (const std::uint32_t number : kNumberedSlots) {
    Slot& slot = slots_[place_of(number)];
    while (slot.written < slot.values.size()) {
      const std::size_t chunk = slot.written / kNamesChunk;
      const std::size_t end = std::min<std::size_t>(slot.values.size(), (chunk + 1) * kNamesChunk);
      std::string values;
      for (std::size_t at = chunk * kNamesChunk; at < end; ++at) append_text(values, *slot.values[at]);
      database.set_metadata(names_chunk_key(number, static_cast<std::uint32_t>(chunk)), values);
      slot.written = end;
    }
  }
}

}  // namespace newsline
