// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/story/division.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <string>

#include "common/index/story/signature.h"

namespace newsline {
namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
/// In memory: itself, and in both directions beside texts.
constexpr std::size_t kBytesPerLink = 16;
/// That are read at once.
constexpr std::size_t kLinksAtOnce = 4096;

}  // namespace

void StoryDivision::link(std::uint32_t one, std::uint32_t other) {
  links_.emplace_back(one, other);
  if (links_.size() * kBytesPerLink >= scratch_.memory_bytes) write_links();
}

void StoryDivision::write_links() {
  if (!file_) file_.emplace(scratch_.folder);
  file_->append({reinterpret_cast<const char*>(links_.data()), links_.size() * sizeof(Link)});
  links_.clear();
}

/// Into lists by text.
void StoryDivision::sort_links(std::uint32_t texts) {
  if (file_) return write_links();
  ends_.assign(texts + 1, 0);
  for (const auto& [one, other] : links_) {
    ++ends_[one];
    ++ends_[other];
  }
  std::partial_sum(ends_.begin(), ends_.end(), ends_.begin());
  beside_.resize(2 * links_.size());
  // From behind: each end becomes a beginning, which is the end of the text before.
  for (const auto& [one, other] : links_) {
    beside_[--ends_[one]] = other;
    beside_[--ends_[other]] = one;
  }
  links_.clear();
}

template <typename Each>
void StoryDivision::for_each_link_of(std::span<const std::uint32_t> texts, const std::vector<bool>& are_asked,
                                     Each each) {
  if (!file_) {
    for (const std::uint32_t text : texts)
      for (std::uint32_t at = ends_[text]; at != ends_[text + 1]; ++at) each(beside_[at]);
    return;
  }
  std::vector<Link> some(kLinksAtOnce);
  for (std::uint64_t offset = 0; offset < file_->size_bytes();) {
    const std::size_t bytes =
        file_->read(offset, reinterpret_cast<char*>(some.data()), some.size() * sizeof(Link));
    offset += bytes;
    for (const auto& [one, other] : std::span(some).first(bytes / sizeof(Link))) {
      if (are_asked[one]) each(other);
      if (are_asked[other]) each(one);
    }
  }
}

std::vector<std::uint32_t> StoryDivision::divide(
    std::uint32_t texts, const std::function<std::string_view(std::uint32_t text)>& signature_of) {
  sort_links(texts);
  std::vector<std::uint32_t> stories(texts, kNone);
  std::vector<bool> are_copies_of_first(texts);
  std::vector<std::uint32_t> copies;
  for (std::uint32_t first = 0; first < texts; ++first) {
    if (stories[first] != kNone) continue;
    const std::string signature(signature_of(first));
    for (std::uint32_t text = first; text < texts; ++text)
      if (stories[text] == kNone && (text == first || are_copies(signature, signature_of(text))))
        copies.push_back(text);
    for (const std::uint32_t text : copies) {
      stories[text] = first;
      are_copies_of_first[text] = true;
    }
    for_each_link_of(copies, are_copies_of_first, [&](std::uint32_t text) {
      if (stories[text] == kNone) stories[text] = first;
    });
    for (const std::uint32_t text : copies) are_copies_of_first[text] = false;
    copies.clear();
  }
  file_.reset();
  return stories;
}

}  // namespace newsline
