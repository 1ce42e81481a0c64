// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/story/division.h"

#include <algorithm>
#include <numeric>
#include <string>

#include "common/index/ledger/number_groups.h"
#include "common/index/story/signature.h"

namespace newsline {
namespace {

/// In memory: itself, and in both directions beside texts.
constexpr std::size_t kBytesPerLink = 16;
/// Of so many texts the links on the disk are read together.
constexpr std::uint32_t kTextsTogether = 16;
constexpr std::size_t kWaitingLinks = 4096;

/// Texts of which some are left.
class LeftTexts {
 public:
  explicit LeftTexts(std::uint32_t texts) : next_(std::size_t{texts} + 1) {
    std::iota(next_.begin(), next_.end(), 0U);
  }

  /// The first from this one on; behind all where there is none.
  [[nodiscard]] std::uint32_t from(std::uint32_t text) {
    while (next_[text] != text) text = next_[text] = next_[next_[text]];
    return text;
  }
  [[nodiscard]] bool contain(std::uint32_t text) const { return next_[text] == text; }
  void take(std::uint32_t text) { next_[text] = text + 1; }

 private:
  std::vector<std::uint32_t> next_;  ///< itself, or one behind it that is not before the next that is left
};

}  // namespace

void StoryDivision::link(std::uint32_t one, std::uint32_t other) {
  links_.emplace_back(one, other);
  if (links_.size() * kBytesPerLink >= scratch_.memory_bytes) put_links_elsewhere();
}

void StoryDivision::put_links_elsewhere() {
  if (!records_) records_.emplace(scratch_);
  for (const auto& [one, other] : links_) {
    for (const auto& [from, to] : {Link(one, other), Link(other, one)}) {
      std::string record;
      append_big_endian(record, from, sizeof from);
      append_big_endian(record, to, sizeof to);
      records_->add(record);
    }
  }
  links_.clear();
}

/// Into lists by text.
void StoryDivision::sort_links(std::uint32_t texts) {
  if (records_) {
    put_links_elsewhere();
    return write_links(texts);
  }
  ends_.assign(std::size_t{texts} + 1, 0);
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

void StoryDivision::write_links(std::uint32_t texts) {
  file_.emplace(scratch_.folder);
  const auto write = [&] {
    file_->append({reinterpret_cast<const char*>(links_.data()), links_.size() * sizeof(Link)});
    links_.clear();
  };
  records_->sort();
  begins_.clear();
  RecordCursor record = records_->records();
  while (record.next()) {
    const Link link(number_at(record.record(), 0), number_at(record.record(), 4));
    while (begins_.size() <= link.first / kTextsTogether)
      begins_.push_back(file_->size_bytes() + links_.size() * sizeof(Link));
    links_.push_back(link);
    if (links_.size() == kWaitingLinks) write();
  }
  write();
  begins_.resize(texts / kTextsTogether + 2, file_->size_bytes());
  records_.reset();
}

template <typename Each>
void StoryDivision::for_each_link_of(std::uint32_t text, Each each) {
  if (!file_) {
    for (std::uint32_t at = ends_[text]; at != ends_[text + 1]; ++at) each(beside_[at]);
    return;
  }
  const std::uint64_t begin = begins_[text / kTextsTogether];
  links_.resize((begins_[text / kTextsTogether + 1] - begin) / sizeof(Link));
  static_cast<void>(file_->read(begin, reinterpret_cast<char*>(links_.data()), links_.size() * sizeof(Link)));
  for (const auto& [one, other] : links_)
    if (one == text) each(other);
  links_.clear();
}

std::vector<std::uint32_t> StoryDivision::divide(
    std::uint32_t texts, const std::function<std::string_view(std::uint32_t text)>& signature_of) {
  sort_links(texts);
  std::vector<std::uint32_t> stories(texts);
  LeftTexts left(texts);
  std::vector<std::uint32_t> copies;
  for (std::uint32_t first = 0; first < texts; first = left.from(first)) {
    const std::string signature(signature_of(first));
    copies.assign(1, first);
    std::size_t compared = 0;
    for (std::uint32_t text = left.from(first + 1); text < texts && compared < kMostCompared;
         text = left.from(text + 1), ++compared)
      if (are_copies(signature, signature_of(text))) copies.push_back(text);
    const auto place = [&](std::uint32_t text) {
      stories[text] = first;
      left.take(text);
    };
    for (const std::uint32_t text : copies) place(text);
    for (const std::uint32_t text : copies) {
      for_each_link_of(text, [&](std::uint32_t other) {
        if (left.contain(other)) place(other);
      });
    }
  }
  file_.reset();
  return stories;
}

}  // namespace newsline
