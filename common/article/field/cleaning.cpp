// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/field/cleaning.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <utility>

#include "common/article/article.h"
#include "common/article/field/white_space.h"
#include "common/text/utf8.h"

namespace newsline {
namespace {

constexpr unsigned char kPlain = 0;
constexpr unsigned char kControl = 1;
constexpr unsigned char kMayStartControl = 2;

/// What a byte of UTF-8 tells by itself.
constexpr std::array<unsigned char, 256> kByteKinds = [] {
  std::array<unsigned char, 256> kinds{};
  for (std::size_t byte = 0; byte < 0x20; ++byte) kinds[byte] = kControl;
  kinds['\n'] = kinds['\t'] = kPlain;
  kinds[0x7F] = kControl;
  kinds[0xC2] = kinds[0xE2] = kMayStartControl;
  return kinds;
}();

constexpr std::size_t kBlockBytes = 16;  // that every processor compares at once
using BlockOfBytes = unsigned char __attribute__((vector_size(kBlockBytes)));

/// Whether so many bytes from `offset` on are plain.
bool is_plain_block(std::string_view text, std::size_t offset) {
  BlockOfBytes bytes;
  std::memcpy(&bytes, text.data() + offset, kBlockBytes);
  const auto others = ((bytes < 0x20) & (bytes != '\n') & (bytes != '\t')) | (bytes == 0x7F) |
                      (bytes == 0xC2) | (bytes == 0xE2);
  std::array<std::uint64_t, 2> halves;
  std::memcpy(halves.data(), &others, kBlockBytes);
  return (halves[0] | halves[1]) == 0;
}

bool is_long_control(std::string_view rest) {
  if (rest[0] == '\xC2') return rest.size() > 1 && static_cast<unsigned char>(rest[1]) < 0xA0;
  return rest.starts_with("\u2028") || rest.starts_with("\u2029");
}

constexpr std::string_view kByteOrderMark = "\uFEFF";

}  // namespace

bool has_controls(std::string_view text) {
  for (std::size_t begin = 0; begin < text.size(); begin += kBlockBytes) {
    const std::size_t end = std::min(begin + kBlockBytes, text.size());
    if (end == begin + kBlockBytes && is_plain_block(text, begin)) continue;
    for (std::size_t at = begin; at < end; ++at) {
      const unsigned char kind = kByteKinds[static_cast<unsigned char>(text[at])];
      if (kind == kControl) return true;
      if (kind == kMayStartControl && is_long_control(text.substr(at))) return true;
    }
  }
  return false;
}

void Cleaner::cut(std::string& text, std::size_t limit_bytes) {
  if (text.size() <= limit_bytes) return;
  text.resize(utf8_floor(text, limit_bytes));
  mended_ = true;
}

std::string Cleaner::text(std::string_view dirty, std::size_t limit_bytes) {
  std::string clean(dirty);
  clean_text(clean, limit_bytes);
  return clean;
}

void Cleaner::clean_text(std::string& text, std::size_t limit_bytes) {
  if (has_controls(text) || text.starts_with(kByteOrderMark)) {
    MendedText mended = mend(text);
    if (mended.replaced + mended.removed > 0) mended_ = true;
    text = std::move(mended.text);
  }
  cut(text, limit_bytes);
}

std::string Cleaner::line(std::string_view dirty, std::size_t limit_bytes) {
  std::string clean = has_controls(dirty) ? one_line(text(dirty, std::string::npos)) : one_line(dirty);
  cut(clean, limit_bytes);
  while (clean.ends_with(' ')) clean.pop_back();
  return clean;
}

std::vector<std::string> Cleaner::names(const std::vector<std::string_view>& dirty) {
  std::vector<std::string> clean;
  for (const std::string_view name : dirty) {
    if (clean.size() == kMaxNames) {
      mended_ = true;
      break;
    }
    clean.push_back(line(name, kMaxNameBytes));
  }
  return distinct_names(std::move(clean));
}

}  // namespace newsline
