// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/charset/guess.h"

#include <uchardet/uchardet.h>

#include <algorithm>
#include <array>
#include <bitset>
#include <cctype>
#include <memory>

#include "common/text/charset/armscii8.h"

namespace newsline {
namespace {

constexpr std::size_t kSampleBytes = 16u << 10;

bool is_high(char byte) { return static_cast<unsigned char>(byte) >= 0x80; }

bool has_high(std::string_view text) { return std::any_of(text.begin(), text.end(), is_high); }

/// A line without what stands between `<` and `>`.
void append_without_tags(std::string& out, std::string_view line) {
  while (!line.empty()) {
    const std::size_t begin = std::min(line.find('<'), line.size());
    out += line.substr(0, begin);
    const std::size_t end = line.find('>', begin);
    if (end == std::string_view::npos) return;
    out += ' ';
    line.remove_prefix(end + 1);
  }
}

/// A line, or of a long one a part around the first that is beyond ASCII.
std::string around_high(const std::string& line) {
  constexpr std::size_t kBefore = 512;
  const auto first = static_cast<std::size_t>(std::find_if(line.begin(), line.end(), is_high) - line.begin());
  return line.substr(first < kBefore ? 0 : first - kBefore, kSampleBytes);
}

/// The lines of a text that hold something beyond ASCII.
std::string sample_of(std::string_view bytes) {
  std::string sample;
  while (!bytes.empty() && sample.size() < kSampleBytes) {
    const std::string_view line = bytes.substr(0, bytes.find('\n'));
    std::string plain;
    if (has_high(line)) append_without_tags(plain, line);
    if (has_high(plain)) sample += around_high(plain) + '\n';
    bytes.remove_prefix(std::min(line.size() + 1, bytes.size()));
  }
  return sample;
}

/// Quotation marks, dashes and the ellipsis, which stand here in all charsets of Windows for Europe.
bool is_typographic(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  return (value >= 0x91 && value <= 0x97) || value == 0x84 || value == 0x85;
}

/// Whether so little is beyond ASCII that no language can be told by it: in the languages of Europe that need
/// another charset than windows-1252, it is 5 to 15 letters of a hundred; in English with names, less than 2.
bool is_sparse(std::string_view sample) {
  constexpr std::size_t kFewest = 3;
  constexpr std::size_t kFewestOfThousand = 25;
  std::size_t high = 0;
  std::size_t letters = 0;
  std::bitset<256> seen;
  for (const char byte : sample) {
    if (is_high(byte) && !is_typographic(byte)) {
      ++high;
      seen.set(static_cast<unsigned char>(byte));
    }
    if (std::isalpha(static_cast<unsigned char>(byte)) != 0) ++letters;
  }
  return high < kFewest || seen.count() < 2 || high * 1000 < (letters + high) * kFewestOfThousand;
}

std::string said_by_library(std::string_view sample) {
  struct Delete {
    void operator()(uchardet* detector) const noexcept { uchardet_delete(detector); }
  };
  const std::unique_ptr<uchardet, Delete> detector(uchardet_new());
  if (!detector || uchardet_handle_data(detector.get(), sample.data(), sample.size()) != 0) return {};
  uchardet_data_end(detector.get());
  return uchardet_get_charset(detector.get());
}

/// What the library says, and what is meant.
struct Meaning {
  std::string_view said;
  std::string_view charset;
  std::string_view with_c1{};  ///< where bytes 0x80 to 0x9F are used, which ISO 8859 has no signs for
};

/// Charsets that news were written in; what else the library knows, it sees where it is not.
constexpr std::array kMeanings{
    Meaning{"WINDOWS-1250", "windows-1250"},
    Meaning{"ISO-8859-2", "iso-8859-2", "windows-1250"},
    Meaning{"WINDOWS-1251", "windows-1251"},
    Meaning{"KOI8-R", "koi8-u"},  // the same but for four letters, Ukrainian, in place of lines of tables
    Meaning{"IBM866", "ibm866"},
    Meaning{"ISO-8859-5", "iso-8859-5"},
    Meaning{"MAC-CYRILLIC", "x-mac-cyrillic"},
    Meaning{"WINDOWS-1252", "windows-1252"},
    Meaning{"ISO-8859-1", "windows-1252"},
    Meaning{"ISO-8859-15", "iso-8859-15", "windows-1252"},
    Meaning{"WINDOWS-1253", "windows-1253"},
    Meaning{"ISO-8859-7", "iso-8859-7", "windows-1253"},
    Meaning{"ISO-8859-9", "windows-1254"},
    Meaning{"WINDOWS-1254", "windows-1254"},
    Meaning{"WINDOWS-1255", "windows-1255"},
    Meaning{"ISO-8859-8", "windows-1255"},
    Meaning{"WINDOWS-1256", "windows-1256"},
    Meaning{"ISO-8859-6", "iso-8859-6", "windows-1256"},
    Meaning{"WINDOWS-1257", "windows-1257"},
    Meaning{"ISO-8859-13", "windows-1257"},
    Meaning{"ISO-8859-4", "iso-8859-4", "windows-1257"},
    Meaning{"GB18030", "gb18030"},
    Meaning{"BIG5", "big5"},
    Meaning{"EUC-TW", "euc-tw"},
    Meaning{"SHIFT_JIS", "shift_jis"},
    Meaning{"EUC-JP", "euc-jp"},
    Meaning{"ISO-2022-JP", "iso-2022-jp"},
    Meaning{"EUC-KR", "euc-kr"},
    Meaning{"UHC", "euc-kr"},
};

bool has_c1(std::string_view sample) {
  return std::any_of(sample.begin(), sample.end(), [](char byte) {
    const auto value = static_cast<unsigned char>(byte);
    return value >= 0x80 && value < 0xA0;
  });
}

}  // namespace

std::string guessed_charset(std::string_view bytes) {
  const std::string sample = sample_of(bytes);
  if (is_armscii8(sample)) return "armscii-8";
  if (is_sparse(sample)) return {};
  const std::string said = said_by_library(sample);
  const auto* const it = std::find_if(kMeanings.begin(), kMeanings.end(),
                                      [&](const Meaning& meaning) { return meaning.said == said; });
  if (it == kMeanings.end()) return {};
  return std::string(!it->with_c1.empty() && has_c1(sample) ? it->with_c1 : it->charset);
}

}  // namespace newsline
