// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/document/numbered_names.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/index/document/values.h"

namespace newsline {

bool is_numbered(std::uint32_t slot) {
  return std::ranges::find(kNumberedSlots, slot) != kNumberedSlots.end();
}

std::string names_chunk_key(std::uint32_t slot, std::uint32_t chunk) {
  return fmt::format("{}{}.{:04x}", schema::key::kNames, slot, chunk);
}

std::vector<std::string_view> names_in_chunk(std::string_view chunk) {
  std::vector<std::string_view> values;
  const bool is_whole = for_each_name(chunk, [&](std::string_view value) { values.push_back(value); });
  if (!is_whole || values.size() > kNamesChunk || std::ranges::count(values, "") != 0) throw_damaged_names();
  return values;
}

std::string_view NumberedNames::names(std::uint32_t number) {
  const auto [place, is_new] = chunks_.try_emplace(number / kNamesChunk);
  Chunk& chunk = place->second;
  if (is_new) {
    chunk.bytes = database_->metadata(names_chunk_key(slot_, number / kNamesChunk));
    chunk.values = names_in_chunk(chunk.bytes);
  }
  if (number % kNamesChunk >= chunk.values.size()) throw_damaged_names();
  return chunk.values[number % kNamesChunk];
}

std::string_view NumberedNames::names_of(std::string_view stored) {
  if (!stored.starts_with(kNameNumber)) return stored;
  const auto number = number_in(stored);
  if (!number) throw_damaged_names();
  return names(*number);
}

}  // namespace newsline
