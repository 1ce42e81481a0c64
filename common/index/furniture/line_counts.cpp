// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/furniture/line_counts.h"

#include <algorithm>
#include <array>
#include <bit>

#include "common/index/ledger/number_groups.h"

namespace newsline {
namespace {

constexpr std::size_t kCounters = LineCounts::kRows * LineCounts::kRowSize;
constexpr std::size_t kFewLines = 256;
constexpr int kLeadingDigits = 4;
constexpr std::uint64_t kTenths = 3;

/// Before what pack() makes.
constexpr char kFew = 'f';
constexpr char kMany = 'm';

using Places = std::array<std::uint16_t, LineCounts::kRows>;

/// The counters of a line, one of each row.
Places places_of(std::uint64_t line) {
  constexpr unsigned kBits = std::bit_width(LineCounts::kRowSize - 1);
  Places places{};
  for (std::size_t row = 0; row < places.size(); ++row)
    places[row] = static_cast<std::uint16_t>(row * LineCounts::kRowSize +
                                             (line >> (row * kBits)) % LineCounts::kRowSize);
  return places;
}

std::uint64_t rounded_down(std::uint64_t number) {
  const int rest = std::max(0, static_cast<int>(std::bit_width(number)) - kLeadingDigits);
  return number >> rest << rest;
}

}  // namespace

bool FurnitureLines::contains(std::uint64_t line) const {
  const Places places = places_of(line);
  return std::all_of(places.begin(), places.end(), [&](std::uint16_t place) {
    return std::binary_search(places_.begin(), places_.end(), place);
  });
}

std::string FurnitureLines::pack() const {
  std::string bytes;
  for (const std::uint16_t place : places_) append_number(bytes, place);
  return bytes;
}

FurnitureLines FurnitureLines::unpack(std::string_view bytes) {
  NumberGroups numbers{bytes};
  std::vector<std::uint16_t> places;
  while (!numbers.bytes.empty()) places.push_back(static_cast<std::uint16_t>(numbers.take()));
  return FurnitureLines(std::move(places));
}

EdgeCut FurnitureLines::cut_of(const TextEdges& edges) const {
  if (places_.empty()) return {};
  const auto run = [&](const std::vector<std::uint64_t>& lines) {
    const auto end =
        std::find_if_not(lines.begin(), lines.end(), [&](std::uint64_t line) { return contains(line); });
    return static_cast<std::uint8_t>(end - lines.begin());
  };
  const EdgeCut cut{run(edges.head), run(edges.tail)};
  return cut.head + cut.tail < static_cast<int>(edges.lines) ? cut : EdgeCut{};
}

void LineCounts::add(const TextEdges& edges) {
  ++articles_;
  const std::vector<std::uint64_t> lines = distinct_lines(edges);
  if (counters_.empty() && few_.size() + lines.size() > kFewLines) {
    counters_ = counters();
    few_ = {};
  }
  if (counters_.empty()) {
    few_.insert(few_.end(), lines.begin(), lines.end());
    return;
  }
  for (const std::uint64_t line : lines)
    for (const std::uint16_t place : places_of(line)) ++counters_[place];
}

bool LineCounts::remove(const TextEdges& edges) {
  if (articles_ == 0) return false;
  --articles_;
  for (const std::uint64_t line : distinct_lines(edges)) {
    if (counters_.empty()) {
      const auto known = std::find(few_.begin(), few_.end(), line);
      if (known == few_.end()) return false;
      *known = few_.back();
      few_.pop_back();
      continue;
    }
    for (const std::uint16_t place : places_of(line))
      if (counters_[place]-- == 0) return false;
  }
  return true;
}

FurnitureLines LineCounts::furniture() const {
  if (articles_ < kLeastFurniture) return FurnitureLines();
  const std::uint64_t all = rounded_down(articles_);
  std::vector<std::uint16_t> places;
  const Counters counts = counters();
  for (std::size_t place = 0; place < kCounters; ++place)
    if (counts[place] >= kLeastFurniture && 10 * std::uint64_t{counts[place]} >= kTenths * all)
      places.push_back(static_cast<std::uint16_t>(place));
  return FurnitureLines(std::move(places));
}

LineCounts::Counters LineCounts::counters() const {
  if (!counters_.empty()) return counters_;
  Counters counts(kCounters, 0);
  for (const std::uint64_t line : few_)
    for (const std::uint16_t place : places_of(line)) ++counts[place];
  return counts;
}

std::string LineCounts::encode() const {
  std::string bytes;
  append_number(bytes, articles_);
  const Counters counts = counters();
  for (auto at = counts.begin(); at != counts.end();) {
    append_number(bytes, *at);
    const auto next =
        *at == 0 ? std::find_if(at, counts.end(), [](auto count) { return count != 0; }) : at + 1;
    if (*at == 0) append_number(bytes, static_cast<std::uint64_t>(next - at));
    at = next;
  }
  return bytes;
}

std::optional<LineCounts> LineCounts::decode(std::string_view bytes) {
  NumberGroups numbers{bytes};
  LineCounts counts;
  counts.articles_ = numbers.take();
  while (!numbers.failed && counts.counters_.size() < kCounters) {
    const std::uint64_t count = numbers.take();
    const std::uint64_t times = count == 0 ? numbers.take() : 1;
    if (count > counts.articles_ * kFewLines || times == 0 || times > kCounters - counts.counters_.size())
      return std::nullopt;
    counts.counters_.insert(counts.counters_.end(), times, static_cast<std::uint32_t>(count));
  }
  if (numbers.failed || !numbers.bytes.empty()) return std::nullopt;
  return counts;
}

std::string LineCounts::pack() const {
  std::string bytes;
  append_number(bytes, articles_);
  for (const std::uint64_t line : few_) append_big_endian(bytes, line, sizeof line);
  return counters_.empty() ? kFew + bytes : kMany + encode();
}

LineCounts LineCounts::unpack(std::string_view bytes) {
  if (!bytes.starts_with(kFew)) return decode(bytes.substr(1)).value();
  NumberGroups numbers{bytes.substr(1)};
  LineCounts counts;
  counts.articles_ = numbers.take();
  for (; !numbers.bytes.empty(); numbers.bytes.remove_prefix(sizeof(std::uint64_t)))
    counts.few_.push_back(std::uint64_t{number_at(numbers.bytes, 0)} << 32 | number_at(numbers.bytes, 4));
  return counts;
}

}  // namespace newsline
