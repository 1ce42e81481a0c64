// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/text/charset/encoding.h"

#include <doctest/doctest.h>
#include <unicode/ucnv.h>

#include <map>
#include <memory>

#include "common/text/charset.h"
#include "common/text/utf8.h"

namespace newsline::test {
namespace {

std::string in_armscii8(std::string_view text) {
  static const std::map<std::string, char> kBytes = [] {
    std::map<std::string, char> bytes;
    for (int byte = 0xFF; byte >= 0x20; --byte) {
      const std::string one(1, static_cast<char>(byte));
      const MendedText decoded = decode(one, "armscii-8");
      if (decoded.replaced == 0 && !decoded.text.empty()) bytes[decoded.text] = one[0];
    }
    bytes["\n"] = '\n';
    return bytes;
  }();
  std::string bytes;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = utf8_floor(text, std::min(text.size(), at + 1)) > at ? at + 1 : 0;
    std::size_t next = end == 0 ? at + 1 : end;
    while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0U) == 0x80U) ++next;
    bytes += kBytes.at(std::string(text.substr(at, next - at)));
    at = next;
  }
  return bytes;
}

}  // namespace

std::string encoded(std::string_view text, std::string_view charset) {
  if (charset == "armscii-8") return in_armscii8(text);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, void (*)(UConverter*)> converter(
      ucnv_open(std::string(charset).c_str(), &status), ucnv_close);
  REQUIRE(U_SUCCESS(status));
  ucnv_setFromUCallBack(converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  std::string bytes(text.size() * 4 + 16, '\0');
  const std::int32_t length =
      ucnv_fromAlgorithmic(converter.get(), UCNV_UTF8, bytes.data(), static_cast<std::int32_t>(bytes.size()),
                           text.data(), static_cast<std::int32_t>(text.size()), &status);
  REQUIRE_MESSAGE(U_SUCCESS(status), charset);
  bytes.resize(static_cast<std::size_t>(length));
  return bytes;
}

std::string start_of(std::string_view text, std::string_view charset, std::size_t bytes) {
  std::size_t end = std::min(text.size(), bytes * 3);
  while (encoded(text.substr(0, utf8_floor(text, end)), charset).size() > bytes) --end;
  return std::string(text.substr(0, utf8_floor(text, end)));
}

}  // namespace newsline::test
