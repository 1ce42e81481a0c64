// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/file/content_hash.h"

// Most of what is hashed is a word or a list of tags: a call into a library takes longer.
#define XXH_INLINE_ALL
#include <xxhash.h>

#include <memory>
#include <new>
#include <vector>

#include "common/article/file/regular_file.h"

namespace newsline {
namespace {

constexpr std::size_t kBlockBytes = 256u << 10;

/// The most significant first. An article is hashed for each time it is shown, so this is written out.
std::string digits(XXH128_hash_t hash) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  constexpr unsigned kBits = 64;
  std::string text;
  text.reserve(2 * kBits / 4);
  for (const std::uint64_t half : {hash.high64, hash.low64})
    for (unsigned shift = kBits; shift != 0; shift -= 4) text += kDigits[half >> (shift - 4) & 0xFU];
  return text;
}

struct FreeState {
  void operator()(XXH3_state_t* state) const noexcept { XXH3_freeState(state); }
};

}  // namespace

std::string content_hash(std::string_view bytes) { return digits(XXH3_128bits(bytes.data(), bytes.size())); }

std::uint64_t short_hash(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

std::string content_hash_of_file(const std::string& path) {
  RegularFile file(path);
  const std::unique_ptr<XXH3_state_t, FreeState> state(XXH3_createState());
  if (!state) throw std::bad_alloc();
  XXH3_128bits_reset(state.get());
  std::vector<char> block(kBlockBytes);
  while (const std::size_t count = file.read(block.data(), block.size())) {
    XXH3_128bits_update(state.get(), block.data(), count);
  }
  return digits(XXH3_128bits_digest(state.get()));
}

}  // namespace newsline
