// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/charset.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cctype>
#include <cstdint>
#include <memory>
#include <string>

#include "common/text/charset/armscii8.h"

namespace newsline {
namespace {

constexpr std::size_t kLongestLabel = 40;
constexpr std::string_view kUtf8 = "utf-8";
constexpr std::string_view kArmscii8 = "armscii-8";

struct Meaning {
  std::string_view label;
  std::string_view charset;
};

/// Labels that do not mean what they say (encoding.spec.whatwg.org, 4.2).
constexpr std::array kMeanings{
    Meaning{"ascii", "windows-1252"},
    Meaning{"us-ascii", "windows-1252"},
    Meaning{"iso-8859-1", "windows-1252"},
    Meaning{"iso8859-1", "windows-1252"},
    Meaning{"iso_8859-1", "windows-1252"},
    Meaning{"latin1", "windows-1252"},
    Meaning{"latin-1", "windows-1252"},
    Meaning{"iso-8859-9", "windows-1254"},
    Meaning{"iso8859-9", "windows-1254"},
    Meaning{"latin5", "windows-1254"},
    Meaning{"iso-8859-11", "windows-874"},
    Meaning{"tis-620", "windows-874"},
    Meaning{"gb2312", "gb18030"},
    Meaning{"gbk", "gb18030"},
    Meaning{"gb_2312-80", "gb18030"},
    Meaning{"x-gbk", "gb18030"},
    Meaning{"chinese", "gb18030"},
    Meaning{"shift_jis", "windows-31j"},
    Meaning{"shift-jis", "windows-31j"},
    Meaning{"sjis", "windows-31j"},
    Meaning{"x-sjis", "windows-31j"},
    Meaning{"euc-kr", "windows-949"},
    Meaning{"ks_c_5601-1987", "windows-949"},
    Meaning{"korean", "windows-949"},
    Meaning{"big5", "big5-hkscs"},
    Meaning{"utf-16", kUtf8},
    Meaning{"utf-16le", kUtf8},
    Meaning{"utf-16be", kUtf8},
    Meaning{"utf8", kUtf8},
    Meaning{"win-1251", "windows-1251"},
    Meaning{"cp1251", "windows-1251"},
    Meaning{"cp1252", "windows-1252"},
    Meaning{"x-cp1251", "windows-1251"},
    Meaning{"koi8", "koi8-r"},
};

bool is_label_character(char character) {
  return std::isalnum(static_cast<unsigned char>(character)) != 0 || character == '-' || character == '_' ||
         character == ':' || character == '.';
}

/// ICU's name for it; empty where it cannot be one. ICU looks names up in files: nothing but a name passes.
std::string charset_of(std::string_view label) {
  std::string name;
  for (const char character : label) {
    if (character == ' ' || character == '\t' || character == '\n') continue;
    if (!is_label_character(character) || name.size() == kLongestLabel) return {};
    name.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(character))));
  }
  const auto* const it = std::find_if(kMeanings.begin(), kMeanings.end(),
                                      [&](const Meaning& meaning) { return meaning.label == name; });
  return it == kMeanings.end() ? name : std::string(it->charset);
}

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

/// A converter for a charset that has a name on the Internet.
Converter converter_for(const std::string& charset) {
  if (charset.empty()) return nullptr;
  UErrorCode status = U_ZERO_ERROR;
  if (ucnv_getStandardName(charset.c_str(), "IANA", &status) == nullptr &&
      ucnv_getStandardName(charset.c_str(), "MIME", &status) == nullptr) {
    return nullptr;
  }
  status = U_ZERO_ERROR;
  Converter converter(ucnv_open(charset.c_str(), &status));
  return U_SUCCESS(status) != 0 ? std::move(converter) : nullptr;
}

/// Called by ICU at bytes that a charset does not have: writes U+FFFD and counts.
void replace(const void* count, UConverterToUnicodeArgs* arguments, const char* /*bytes*/,
             std::int32_t /*length*/, UConverterCallbackReason reason, UErrorCode* status) {
  if (reason > UCNV_IRREGULAR) return;
  constexpr UChar kReplacement = 0xFFFD;
  *status = U_ZERO_ERROR;
  ++**static_cast<std::size_t* const*>(count);
  ucnv_cbToUWriteUChars(arguments, &kReplacement, 1, 0, status);
}

}  // namespace

MendedText decode(std::string_view bytes, std::string_view label) {
  [[maybe_unused]] constexpr std::size_t kLongest = 256u << 20;
  constexpr std::size_t kMostBytesOfOne = 4;  // bytes of UTF-8 for one byte of a charset, ICU's worst
  assert(bytes.size() <= kLongest);
  const std::string charset = charset_of(label);
  if (charset == kArmscii8) {
    const MendedText armenian = from_armscii8(bytes);
    MendedText mended = mend(armenian.text);
    mended.replaced += armenian.replaced;
    return mended;
  }
  const Converter converter = charset == kUtf8 ? nullptr : converter_for(charset);
  if (!converter) return mend(bytes);
  std::string text(bytes.size() * kMostBytesOfOne + kMostBytesOfOne, '\0');
  std::size_t replaced = 0;
  std::size_t* const count = &replaced;
  UErrorCode status = U_ZERO_ERROR;
  ucnv_setToUCallBack(converter.get(), replace, &count, nullptr, nullptr, &status);
  const std::int32_t length =
      ucnv_toAlgorithmic(UCNV_UTF8, converter.get(), text.data(), static_cast<std::int32_t>(text.size()),
                         bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
  if (U_FAILURE(status) != 0) return mend(bytes);
  text.resize(static_cast<std::size_t>(length));
  MendedText mended = mend(text);
  mended.replaced += replaced;
  return mended;
}

bool is_legacy_charset(std::string_view label) {
  const std::string charset = charset_of(label);
  return charset == kArmscii8 || (charset != kUtf8 && converter_for(charset) != nullptr);
}

}  // namespace newsline
