// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/glass/inflate.h"

#include <libdeflate.h>
#include <xapian.h>

#include <algorithm>
#include <memory>
#include <new>
#include <optional>

#include "common/index/glass/layout.h"

namespace newsline::glass {
namespace {

/// A bit stands for 258 bytes at most, so that what is damaged cannot ask for more (RFC 1951, 3.2.5).
constexpr std::size_t kMostForAByte = 8 * 258;

struct Freed {
  void operator()(libdeflate_decompressor* inflater) const { libdeflate_free_decompressor(inflater); }
};

/// What a stream holds that is one block, stored as it is: a text that is packed already.
std::optional<std::string_view> stored_in(std::string_view deflated) {
  constexpr std::size_t kHeadBytes = 5;
  const auto byte = [&](std::size_t at) { return std::size_t{static_cast<unsigned char>(deflated[at])}; };
  const auto number = [&](std::size_t at) { return byte(at) | byte(at + 1) << 8U; };
  if (deflated.size() < kHeadBytes || deflated.front() != kIsOnlyStoredBlock) return std::nullopt;
  const std::string_view stored = deflated.substr(kHeadBytes);
  const bool is_whole = stored.size() == number(1) && (number(1) ^ number(3)) == 0xffff;
  return is_whole ? std::optional(stored) : std::nullopt;
}

}  // namespace

std::string inflated(std::string_view deflated) {
  if (const auto stored = stored_in(deflated)) return std::string(*stored);
  const std::unique_ptr<libdeflate_decompressor, Freed> inflater(libdeflate_alloc_decompressor());
  if (inflater == nullptr) throw std::bad_alloc();
  const std::size_t most = deflated.size() * kMostForAByte;
  std::string text;
  for (std::size_t room = deflated.size() * 4;; room *= 4) {
    text.resize(std::min(room, most));
    std::size_t bytes = 0;
    const libdeflate_result result = libdeflate_deflate_decompress(
        inflater.get(), deflated.data(), deflated.size(), text.data(), text.size(), &bytes);
    if (result == LIBDEFLATE_SUCCESS) {
      text.resize(bytes);
      return text;
    }
    if (result != LIBDEFLATE_INSUFFICIENT_SPACE || text.size() == most)
      throw Xapian::DatabaseCorruptError("a compressed entry of the index cannot be read");
  }
}

}  // namespace newsline::glass
