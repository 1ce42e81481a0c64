// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/build/position_list.h"

#include <bit>
#include <cassert>

#include "common/index/build/glass_pack.h"

namespace newsline::glass {
namespace {

/// Bits, the lowest of each byte first.
class BitWriter {
 public:
  explicit BitWriter(std::string& out) : out_(out) {}

  /// One of the numbers below `limit`; those in the middle may take a bit less.
  void write(std::uint32_t value, std::uint32_t limit) {
    assert(value < limit);
    auto bits = static_cast<unsigned>(std::bit_width(limit - 1));
    const std::uint64_t spare = (std::uint64_t{1} << bits) - limit;
    std::uint64_t code = value;
    if (spare != 0) {
      const std::uint64_t middle = (limit - spare) / 2;
      if (code >= middle + spare) {
        code = (code - (middle + spare)) | std::uint64_t{1} << (bits - 1);
      } else if (code >= middle) {
        --bits;
      }
    }
    waiting_ |= code << waiting_bits_;
    waiting_bits_ += bits;
    for (; waiting_bits_ >= 8; waiting_bits_ -= 8, waiting_ >>= 8) out_ += static_cast<char>(waiting_);
  }

  void finish() {
    if (waiting_bits_ > 0) out_ += static_cast<char>(waiting_);
  }

 private:
  std::string& out_;
  std::uint64_t waiting_ = 0;
  unsigned waiting_bits_ = 0;  // below 8 between calls
};

/// The positions between the first and the last: the middle one, then those on both sides of it.
void write_between(BitWriter& writer, std::span<const std::uint32_t> positions) {
  while (positions.size() > 2) {
    const std::size_t last = positions.size() - 1;
    const std::size_t middle = last / 2;
    const auto lowest = static_cast<std::uint32_t>(positions.front() + middle);
    const auto possible = static_cast<std::uint32_t>(positions[last] - positions.front() - last + 1);
    writer.write(positions[middle] - lowest, possible);
    write_between(writer, positions.first(middle + 1));
    positions = positions.subspan(middle);
  }
}

}  // namespace

void append_positions(std::string& out, std::span<const std::uint32_t> positions) {
  assert(!positions.empty());
  append_number(out, positions.back());
  if (positions.size() == 1) return;
  BitWriter writer(out);
  writer.write(positions.front(), positions.back());
  writer.write(static_cast<std::uint32_t>(positions.size() - 2), positions.back() - positions.front());
  write_between(writer, positions);
  writer.finish();
}

}  // namespace newsline::glass
