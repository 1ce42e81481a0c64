// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/language.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>

#include "common/text/utf8.h"

namespace newsline {
namespace {

/// More tells nothing new about a news article: measured, RELEVANCE.md.
constexpr std::size_t kEnoughBytes = 600;
constexpr std::size_t kFewestBytes = 50;

/// CLD2's own names for languages whose tag has changed.
std::string as_tag(std::string code) {
  if (code == "iw") return "he";
  if (code == "in") return "id";
  if (code == "jw") return "jv";
  std::transform(code.begin(), code.end(), code.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
  return code;
}

}  // namespace

std::string detected_language(std::string_view text) {
  // A copy: CLD2 may look at the byte behind the text.
  const std::string start(text.substr(0, utf8_floor(text, std::min(text.size(), kEnoughBytes))));
  if (start.size() < kFewestBytes) return {};
  CLD2::Language languages[3] = {CLD2::UNKNOWN_LANGUAGE, CLD2::UNKNOWN_LANGUAGE, CLD2::UNKNOWN_LANGUAGE};
  int percents[3] = {0, 0, 0};
  double scores[3] = {0, 0, 0};
  int text_bytes = 0;
  int valid_bytes = 0;
  bool is_reliable = false;
  const CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  const CLD2::Language best = CLD2::ExtDetectLanguageSummaryCheckUTF8(
      start.data(), static_cast<int>(start.size()), true, &hints, 0, languages, percents, scores, nullptr,
      &text_bytes, &is_reliable, &valid_bytes);
  if (!is_reliable || best == CLD2::UNKNOWN_LANGUAGE || text_bytes < static_cast<int>(kFewestBytes))
    return {};
  return as_tag(CLD2::LanguageCode(best));
}

}  // namespace newsline
