// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/document/positions.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <numeric>
#include <vector>

#include "common/article/file/content_hash.h"

namespace newsline {
namespace {

using Hashes = std::vector<std::uint64_t>;

constexpr std::size_t kWordsOfBucket = 4;
constexpr unsigned kDisplacements = 256;  ///< that a byte tells apart
constexpr unsigned kTurns = 16;           ///< of other displacements, where those of one turn do not do
constexpr std::size_t kMostBytes = 3;     ///< of a number

std::size_t bucket_of(std::uint64_t hash, std::size_t buckets) {
  return static_cast<std::size_t>((hash & 0xffffffff) * buckets >> 32U);
}

/// Multipliers: of the golden ratio (Knuth, The Art of Computer Programming 3, 6.4), and of Steele and Vigna,
/// Computationally Easy, Spectrally Good Multipliers (2021).
std::uint32_t number_of_hash(std::uint64_t hash, std::uint64_t displacement, std::size_t bytes) {
  const std::uint64_t moved = (hash ^ displacement * 0x9e3779b97f4a7c15) * 0xd1342543de82ef95;
  return static_cast<std::uint32_t>(moved >> (64 - 8 * bytes));
}

/// The perfect hash function of some words.
struct Numbering {
  std::size_t bytes = 0;  ///< of a number
  unsigned turn = 0;
  std::string displacements;  ///< a byte a bucket

  [[nodiscard]] std::uint32_t number_of(std::uint64_t hash) const {
    const std::size_t bucket = bucket_of(hash, displacements.size());
    const auto displacement = static_cast<unsigned char>(displacements[bucket]);
    return number_of_hash(hash, turn * kDisplacements + displacement, bytes);
  }
};

/// Words by their buckets.
struct Buckets {
  std::vector<std::span<const std::uint64_t>> hashes;
  std::vector<std::size_t> fullest_first;
};

/// `hashes` are in the order of their buckets, and must live as long.
Buckets buckets_of(const Hashes& hashes) {
  const std::size_t count = (hashes.size() + kWordsOfBucket - 1) / kWordsOfBucket;
  Buckets buckets;
  for (auto at = hashes.begin(); buckets.hashes.size() < count;) {
    const auto end = std::find_if(at, hashes.end(), [&](std::uint64_t hash) {
      return bucket_of(hash, count) != buckets.hashes.size();
    });
    buckets.hashes.emplace_back(at, end);
    at = end;
  }
  buckets.fullest_first.resize(count);
  std::iota(buckets.fullest_first.begin(), buckets.fullest_first.end(), 0);
  std::ranges::stable_sort(buckets.fullest_first, std::ranges::greater(),
                           [&](std::size_t bucket) { return buckets.hashes[bucket].size(); });
  return buckets;
}

/// Takes the numbers of a bucket under a displacement, if all of them are free.
bool take(std::vector<bool>& taken, std::span<const std::uint64_t> hashes, std::uint64_t displacement,
          std::size_t bytes) {
  for (std::size_t at = 0; at < hashes.size(); ++at) {
    const std::uint32_t number = number_of_hash(hashes[at], displacement, bytes);
    if (!taken[number]) {
      taken[number] = true;
      continue;
    }
    for (const std::uint64_t former : hashes.first(at))
      taken[number_of_hash(former, displacement, bytes)] = false;
    return false;
  }
  return true;
}

/// False where some bucket has no displacement in this turn.
bool displace(Numbering& numbering, const Buckets& buckets) {
  std::vector<bool> taken(std::size_t{1} << 8 * numbering.bytes);
  numbering.displacements.assign(buckets.hashes.size(), '\0');
  for (const std::size_t bucket : buckets.fullest_first) {
    const std::span<const std::uint64_t> hashes = buckets.hashes[bucket];
    unsigned displacement = 0;
    while (displacement < kDisplacements &&
           !take(taken, hashes, numbering.turn * kDisplacements + displacement, numbering.bytes))
      ++displacement;
    if (displacement == kDisplacements) return false;
    numbering.displacements[bucket] = static_cast<char>(displacement);
  }
  return true;
}

/// The one with the shortest numbers that can be found. Two words of one hash get one number, and so may any
/// two where there is no such function: only an article that was made for it has such words.
Numbering numbering_of(Hashes hashes) {
  // Buckets are told by the lower half.
  std::ranges::sort(hashes, {}, [](std::uint64_t hash) { return std::rotl(hash, 32); });
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  const Buckets buckets = buckets_of(hashes);
  for (std::size_t bytes = 1; bytes <= kMostBytes; ++bytes) {
    const std::size_t numbers = std::size_t{1} << 8 * bytes;
    if (hashes.size() > numbers - numbers / 8) continue;  // too full for this to end soon
    for (unsigned turn = 0; turn < kTurns; ++turn) {
      Numbering numbering{bytes, turn, {}};
      if (displace(numbering, buckets)) return numbering;
    }
  }
  return {kMostBytes, 0, std::string(buckets.hashes.size(), '\0')};
}

/// Each run of words side by side: how far its first is behind where the run before it ends, and its length.
std::string runs_of(std::span<const PlacedWord> occurrences) {
  std::string runs;
  std::uint64_t end = 0;
  for (std::size_t first = 0; first < occurrences.size();) {
    std::size_t last = first + 1;
    while (last < occurrences.size() && occurrences[last].position == occurrences[last - 1].position + 1)
      ++last;
    assert(occurrences[first].position >= end);
    append_number(runs, occurrences[first].position - end);
    append_number(runs, last - first);
    end = std::uint64_t{occurrences[last - 1].position} + 1;
    first = last;
  }
  return runs;
}

}  // namespace

std::uint64_t position_hash(std::string_view term) { return short_hash(term); }

std::string positions_value(std::span<const std::uint64_t> hashes, std::span<const PlacedWord> occurrences,
                            std::uint32_t title_words) {
  if (occurrences.empty()) return {};
  const Numbering numbering = numbering_of({hashes.begin(), hashes.end()});
  std::vector<std::uint32_t> numbers;  // of the words
  numbers.reserve(hashes.size());
  for (const std::uint64_t hash : hashes) numbers.push_back(numbering.number_of(hash));

  const std::string runs = runs_of(occurrences);
  std::string value;
  value.reserve(16 + numbering.displacements.size() + runs.size() + occurrences.size() * numbering.bytes);
  append_number(value, title_words);
  value += static_cast<char>(numbering.bytes << 4U | numbering.turn);
  append_number(value, numbering.displacements.size());
  append_number(value, runs.size());
  value += numbering.displacements;
  value += runs;
  for (const PlacedWord& occurrence : occurrences)
    append_big_endian(value, numbers[occurrence.word], numbering.bytes);
  return value;
}

std::optional<Positions> Positions::read(std::string_view value) {
  NumberGroups head{value};
  Positions positions;
  const std::uint64_t title_words = head.take();
  if (head.bytes.empty()) return std::nullopt;
  const auto numbering = static_cast<unsigned char>(head.bytes.front());
  head.bytes.remove_prefix(1);
  const std::uint64_t buckets = head.take();
  const std::uint64_t run_bytes = head.take();
  positions.number_bytes_ = numbering >> 4U;
  positions.turn_ = numbering & 0xfU;
  if (head.failed || title_words > UINT32_MAX || positions.number_bytes_ == 0 ||
      positions.number_bytes_ > kMostBytes || buckets == 0 || buckets > head.bytes.size() ||
      run_bytes > head.bytes.size() - buckets)
    return std::nullopt;
  positions.title_words_ = static_cast<std::uint32_t>(title_words);
  positions.displacements_ = head.bytes.substr(0, buckets);
  positions.runs_ = head.bytes.substr(buckets, run_bytes);
  positions.text_ = head.bytes.substr(buckets + run_bytes);
  if (positions.text_.size() % positions.number_bytes_ != 0) return std::nullopt;
  return positions;
}

std::uint32_t Positions::number_of(std::uint64_t hash) const {
  const auto displacement =
      static_cast<unsigned char>(displacements_[bucket_of(hash, displacements_.size())]);
  return number_of_hash(hash, turn_ * kDisplacements + displacement, number_bytes_);
}

namespace {

constexpr std::size_t kLanes = 64;

/// Whether two bytes stand side by side, the first of them among kLanes.
bool has_pair(const char* lanes, char first, char second) {
  unsigned char any = 0;
  for (std::size_t lane = 0; lane < kLanes; ++lane)
    any |= static_cast<unsigned char>((lanes[lane] == first) & (lanes[lane + 1] == second));
  return any != 0;
}

/// Where two bytes stand side by side from some byte on; npos where they do not. As find(), which stops
/// wherever the first of them stands: that of `the` in every line.
std::size_t find_pair(std::string_view text, char first, char second, std::size_t from) {
  while (from + kLanes < text.size() && !has_pair(text.data() + from, first, second)) from += kLanes;
  const bool is_end = from + kLanes >= text.size() && text.size() > kLanes;
  if (is_end && !has_pair(text.data() + text.size() - kLanes - 1, first, second))
    return std::string_view::npos;
  for (; from + 1 < text.size(); ++from)
    if (text[from] == first && text[from + 1] == second) return from;
  return std::string_view::npos;
}

/// As find(): by the first two bytes, which hardly ever stand side by side where the others do not follow.
std::size_t find_bytes(std::string_view text, std::string_view wanted, std::size_t from) {
  if (wanted.size() < 2) return text.find(wanted, from);
  for (;; ++from) {
    from = find_pair(text, wanted[0], wanted[1], from);
    if (from == std::string_view::npos || text.substr(from).starts_with(wanted)) return from;
  }
}

}  // namespace

std::optional<bool> Positions::have_run(std::span<const std::uint32_t> numbers, bool within_title) const {
  std::string wanted;
  for (const std::uint32_t number : numbers) append_big_endian(wanted, number, number_bytes_);
  Runs runs{{runs_}, text_.size() / number_bytes_};
  std::size_t run_begin = 0;  // where the run stands in the text, in words
  std::size_t run_end = 0;
  for (std::size_t from = 0;;) {
    const std::size_t byte = find_bytes(text_, wanted, from);
    if (byte == std::string_view::npos) return false;
    from = byte + 1;
    if (byte % number_bytes_ != 0) continue;
    const std::size_t first = byte / number_bytes_;
    while (run_end <= first) {
      if (!runs.go_on()) return std::nullopt;
      run_begin = run_end;
      run_end += static_cast<std::size_t>(runs.end - runs.first);
    }
    const std::size_t end = first + numbers.size();
    if (end > run_end) continue;
    return !within_title || runs.first + (end - 1 - run_begin) <= title_words_;
  }
}

}  // namespace newsline
