// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/document/text_numbers.h"

#include <algorithm>

#include "common/article/file/content_hash.h"

namespace newsline {

TextNumbers::Place TextNumbers::add(std::string_view text) {
  if (2 * texts_.size() >= slots_.size()) grow();
  const auto hash = static_cast<std::uint32_t>(short_hash(text));
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at].number != 0; at = (at + 1) & mask) {
    const std::uint32_t number = slots_[at].number - 1;
    if (slots_[at].hash == hash && this->text(number) == text) return {number, false};
  }
  const auto number = static_cast<std::uint32_t>(texts_.size());
  slots_[at] = {hash, number + 1};
  texts_.push_back({bytes_.size(), text.size()});
  bytes_ += text;
  return {number, true};
}

void TextNumbers::grow() {
  constexpr std::size_t kFewest = 64;
  std::vector<Slot> former(std::max(kFewest, 2 * slots_.size()));
  former.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : former) {
    if (slot.number == 0) continue;
    std::size_t at = slot.hash & mask;
    while (slots_[at].number != 0) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

}  // namespace newsline
