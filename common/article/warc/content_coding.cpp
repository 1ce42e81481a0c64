// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/warc/content_coding.h"

#include <brotli/decode.h>
#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <memory>
#include <new>
#include <utility>
#include <vector>

#include "common/article/field/white_space.h"

namespace newsline::web {
namespace {

constexpr std::size_t kBlockBytes = 64u << 10;
constexpr int kMostCodings = 3;

using Decoded = std::variant<std::string, CodingFault>;

CodingFault damaged(std::string_view coding) { return {fmt::format("its {} coding is damaged", coding)}; }
CodingFault too_large(std::size_t limit) {
  return {fmt::format("it unpacks to more than {} MiB", limit >> 20)};
}

/// `window`: zlib's number for the format, of inflateInit2().
Decoded inflated(std::string_view body, int window, std::size_t limit, std::string_view coding) {
  z_stream stream{};
  if (inflateInit2(&stream, window) != Z_OK) throw std::bad_alloc();
  const std::unique_ptr<z_stream, int (*)(z_stream*)> end(&stream, inflateEnd);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));
  stream.avail_in = static_cast<uInt>(body.size());
  std::string text;
  std::string block(kBlockBytes, '\0');
  while (true) {
    stream.next_out = reinterpret_cast<Bytef*>(block.data());
    stream.avail_out = static_cast<uInt>(block.size());
    const int result = ::inflate(&stream, Z_NO_FLUSH);
    text.append(block, 0, block.size() - stream.avail_out);
    if (text.size() > limit) return too_large(limit);
    if (result == Z_STREAM_END) return text;
    if (result != Z_OK) return damaged(coding);
  }
}

bool begins_zlib(std::string_view body) {
  if (body.size() < 2) return false;
  const unsigned first = static_cast<unsigned char>(body[0]);
  const unsigned second = static_cast<unsigned char>(body[1]);
  return (first & 0x0FU) == 8 && (first * 256 + second) % 31 == 0;  // RFC 1950, 2.2
}

bool is_ascii_text(std::string_view body) {
  const std::string_view start = trim_start(body.substr(0, 256));
  return start.starts_with('<');
}

Decoded unbrotlied(std::string_view body, std::size_t limit) {
  const std::unique_ptr<BrotliDecoderState, void (*)(BrotliDecoderState*)> state(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), BrotliDecoderDestroyInstance);
  if (!state) throw std::bad_alloc();
  const auto* next_in = reinterpret_cast<const std::uint8_t*>(body.data());
  std::size_t left_in = body.size();
  std::string text;
  std::string block(kBlockBytes, '\0');
  while (true) {
    auto* next_out = reinterpret_cast<std::uint8_t*>(block.data());
    std::size_t left_out = block.size();
    const BrotliDecoderResult result =
        BrotliDecoderDecompressStream(state.get(), &left_in, &next_in, &left_out, &next_out, nullptr);
    text.append(block, 0, block.size() - left_out);
    if (text.size() > limit) return too_large(limit);
    if (result == BROTLI_DECODER_RESULT_SUCCESS) return text;
    if (result != BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT) return damaged("br");
  }
}

Decoded without(std::string body, std::string_view coding, std::size_t limit) {
  constexpr int kGzip = MAX_WBITS + 16;
  if (coding.empty() || coding == "identity" || coding == "none" || is_ascii_text(body)) return body;
  if (coding == "gzip" || coding == "x-gzip") return inflated(body, kGzip, limit, coding);
  if (coding == "deflate") {
    return inflated(body, begins_zlib(body) ? MAX_WBITS : -MAX_WBITS, limit, coding);
  }
  if (coding == "br") return unbrotlied(body, limit);
  return CodingFault{fmt::format("its coding {} is not known", one_line(coding.substr(0, 40)))};
}

/// The names in a list, in lower case.
std::vector<std::string> names_of(std::string_view codings) {
  std::vector<std::string> names;
  while (!codings.empty()) {
    const std::size_t comma = std::min(codings.find(','), codings.size());
    std::string name(trim(codings.substr(0, comma)));
    for (char& each : name)
      if (each >= 'A' && each <= 'Z') each = static_cast<char>(each + 32);
    names.push_back(std::move(name));
    codings.remove_prefix(std::min(comma + 1, codings.size()));
  }
  return names;
}

}  // namespace

std::variant<std::string, CodingFault> decoded_content(std::string body, std::string_view codings,
                                                       std::size_t limit_bytes) {
  std::vector<std::string> names = names_of(codings);
  if (names.size() > kMostCodings) return CodingFault{"it has too many codings"};
  for (; !names.empty(); names.pop_back()) {
    auto decoded = without(std::move(body), names.back(), limit_bytes);
    if (std::holds_alternative<CodingFault>(decoded)) return decoded;
    body = std::move(std::get<std::string>(decoded));
  }
  return body;
}

}  // namespace newsline::web
