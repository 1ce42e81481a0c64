// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/packing/packed_text.h"

#include <zdict.h>
#include <zstd.h>

#include <algorithm>
#include <new>

#include "common/error.h"
#include "common/index/schema.h"

namespace newsline {
namespace {

constexpr char kPacked = '\x01';
constexpr std::size_t kDictionaryBytes = 32u << 10;
/// Of less a dictionary would hold the texts themselves.
constexpr std::size_t kLeastSamples = 8 * kDictionaryBytes;
/// From 3 to 6 texts are 4 % shorter, and take four times as long.
constexpr int kLevel = 3;
/// Of a text from which a dictionary is made: the beginnings of long ones are enough.
constexpr std::size_t kSampleBytes = 8u << 10;

template <typename Made>
Made* required(Made* made) {
  if (made == nullptr) throw std::bad_alloc();
  return made;
}

[[noreturn]] void throw_damaged() {
  throw Error(ErrorKind::data, "a packed text of the index is damaged",
              "see how much is: newsline-index check; mend it: newsline-index check --repair");
}

}  // namespace

std::string trained_dictionary(const std::vector<std::string>& texts) {
  std::string samples;
  std::vector<std::size_t> sizes;
  for (const std::string& text : texts) {
    sizes.push_back(std::min(text.size(), kSampleBytes));
    samples.append(text, 0, sizes.back());
  }
  if (samples.size() < kLeastSamples) return {};
  std::string dictionary(kDictionaryBytes, '\0');
  const std::size_t bytes = ZDICT_trainFromBuffer(dictionary.data(), dictionary.size(), samples.data(),
                                                  sizes.data(), static_cast<unsigned>(sizes.size()));
  if (ZDICT_isError(bytes) != 0) return {};
  dictionary.resize(bytes);
  return dictionary;
}

bool is_packed(std::string_view stored) { return stored.starts_with(kPacked); }

TextPacker::TextPacker(std::string_view dictionary)
    : context_(nullptr, ZSTD_freeCCtx), dictionary_(nullptr, ZSTD_freeCDict) {
  if (dictionary.empty()) return;
  context_.reset(required(ZSTD_createCCtx()));
  dictionary_.reset(required(ZSTD_createCDict(dictionary.data(), dictionary.size(), kLevel)));
}

std::string TextPacker::packed(std::string_view text) {
  if (dictionary_ == nullptr) return std::string(text);
  std::string stored(1 + ZSTD_compressBound(text.size()), kPacked);
  const std::size_t bytes = ZSTD_compress_usingCDict(context_.get(), stored.data() + 1, stored.size() - 1,
                                                     text.data(), text.size(), dictionary_.get());
  if (ZSTD_isError(bytes) != 0) throw std::bad_alloc();  // there is room for any text
  if (1 + bytes >= text.size()) return std::string(text);
  stored.resize(1 + bytes);
  return stored;
}

TextUnpacker::TextUnpacker(std::string_view dictionary)
    : context_(required(ZSTD_createDCtx()), ZSTD_freeDCtx),
      dictionary_(required(ZSTD_createDDict(dictionary.data(), dictionary.size())), ZSTD_freeDDict) {}

std::string TextUnpacker::unpacked(std::string_view stored) {
  const std::string_view frame = stored.substr(1);
  const unsigned long long bytes = ZSTD_getFrameContentSize(frame.data(), frame.size());
  if (bytes > schema::kMaxDataBytes) throw_damaged();  // also what tells of a fault
  std::string text(static_cast<std::size_t>(bytes), '\0');
  const std::size_t unpacked = ZSTD_decompress_usingDDict(context_.get(), text.data(), text.size(),
                                                          frame.data(), frame.size(), dictionary_.get());
  if (ZSTD_isError(unpacked) != 0 || unpacked != bytes) throw_damaged();
  return text;
}

}  // namespace newsline
