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

std::vector<std::string> names_in_chunk(std::string_view chunk) {
  std::vector<std::string> values;
  NumberGroups left{chunk};
  while (!left.bytes.empty()) {
    const std::uint64_t size = left.take();
    if (left.failed || size == 0 || size > left.bytes.size() || values.size() == kNamesChunk)
      throw_damaged_names();
    values.emplace_back(left.bytes.substr(0, size));
    left.bytes.remove_prefix(size);
  }
  return values;
}

std::string_view NumberedNames::names(std::uint32_t number) {
  const std::uint32_t chunk = number / kNamesChunk;
  auto known = chunks_.find(chunk);
  if (known == chunks_.end())
    known = chunks_.emplace(chunk, names_in_chunk(database_->metadata(names_chunk_key(slot_, chunk)))).first;
  if (number % kNamesChunk >= known->second.size()) throw_damaged_names();
  return known->second[number % kNamesChunk];
}

std::string_view NumberedNames::names_of(std::string_view stored) {
  if (!stored.starts_with(kNameNumber)) return stored;
  const auto number = number_in(stored);
  if (!number) throw_damaged_names();
  return names(*number);
}

}  // namespace newsline
