// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/glass/pack.h"

#include <xapian.h>

#include <bit>
#include <cstring>
#include <limits>

namespace newsline::glass {
namespace {

constexpr std::size_t kLaneBytes = 64;

/// How many of the next bytes have no high bit.
std::size_t ends_in_lanes(const unsigned char* bytes) {
  std::uint64_t sums = 0;  // of each byte of a word
  for (std::size_t at = 0; at < kLaneBytes; at += sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes + at, sizeof word);
    sums += ~word >> 7U & 0x0101010101010101;
  }
  return sums * 0x0101010101010101 >> 56U;
}

}  // namespace

void append_sorted_number(std::string& out, std::uint32_t number) {
  if (number < 0x8000) {
    out += static_cast<char>(number >> 8);
    out += static_cast<char>(number);
    return;
  }
  // As many leading ones as there are bytes behind the second, then a zero.
  const auto bits = static_cast<unsigned>(std::bit_width(number));
  const unsigned bytes = (bits + 5) / 7;
  const unsigned marks = 0xffU << (10 - bytes) & 0xffU;
  for (unsigned left = bytes; left-- > 0;) {
    const unsigned byte = left < 4 ? number >> (8 * left) & 0xffU : 0;
    out += static_cast<char>(left == bytes - 1 ? byte | marks : byte);
  }
}

void append_term(std::string& out, std::string_view term) {
  for (const char c : term) {
    out += c;
    if (c == '\0') out += '\xff';
  }
}

/// Each number ends in the only one of its bytes that has no high bit.
std::size_t Bytes::numbers() const {
  std::size_t ends = 0;
  const unsigned char* at = at_;
  for (; static_cast<std::size_t>(end_ - at) >= kLaneBytes; at += kLaneBytes) ends += ends_in_lanes(at);
  for (; at != end_; ++at) ends += *at < 0x80 ? 1 : 0;
  return ends;
}

void Bytes::pass_numbers(std::size_t count) {
  while (count > 0 && static_cast<std::size_t>(end_ - at_) >= kLaneBytes) {
    const std::size_t ends = ends_in_lanes(at_);
    if (ends >= count) break;
    count -= ends;
    at_ += kLaneBytes;
  }
  for (; count > 0; --count)
    while (byte() >= 0x80) continue;
}

std::uint64_t Bytes::wide_number() {
  std::uint64_t number = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    const unsigned byte = this->byte();
    number |= std::uint64_t{byte & 0x7fU} << shift;
    if (byte < 0x80) return number;
  }
  throw_cut();
}

Bytes::LongNumber Bytes::long_number(const unsigned char* at, const unsigned char* end) {
  Bytes bytes;
  bytes.at_ = at;
  bytes.end_ = end;
  const std::uint64_t number = bytes.wide_number();
  if (number > std::numeric_limits<std::uint32_t>::max()) throw_cut();
  return {static_cast<std::uint32_t>(number), bytes.at_};
}

std::uint32_t Bytes::sorted_number() {
  const unsigned first = byte();
  const auto more = static_cast<unsigned>(std::countl_one(static_cast<unsigned char>(first)));
  if (more > 3) throw_cut();
  std::uint64_t number = first & (0x7fU >> more);
  for (unsigned left = more + 1; left > 0; --left) number = number << 8 | byte();
  if (number > std::numeric_limits<std::uint32_t>::max()) throw_cut();
  return static_cast<std::uint32_t>(number);
}

void Bytes::throw_cut() { throw Xapian::DatabaseCorruptError("a list of the index cannot be read"); }

}  // namespace newsline::glass
