// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/language_tag.h"

#include <unicode/locid.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

namespace newsline {
namespace {

constexpr std::size_t kLongestTag = 35;    // BCP 47, 4.4.1
constexpr std::size_t kLongestCode = 3;    // of ISO 639
constexpr std::size_t kLongestName = 100;  // bytes; longer ones are no names of languages

/// Codes of libraries that ICU does not know (ISO 639-2, the column "B" where it differs).
constexpr std::pair<std::string_view, std::string_view> kLibraryCodes[] = {
    {"alb", "sq"}, {"arm", "hy"}, {"baq", "eu"}, {"bur", "my"}, {"chi", "zh"}, {"cze", "cs"}, {"dut", "nl"},
    {"fre", "fr"}, {"geo", "ka"}, {"ger", "de"}, {"gre", "el"}, {"ice", "is"}, {"mac", "mk"}, {"mao", "mi"},
    {"may", "ms"}, {"per", "fa"}, {"rum", "ro"}, {"slo", "sk"}, {"tib", "bo"}, {"wel", "cy"}};

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t begin = std::min(text.find_first_not_of(kBlanks), text.size());
  return text.substr(begin, text.find_last_not_of(kBlanks) + 1 - begin);
}

/// In lower case, with `-` between its parts; empty where it has not the form of a tag.
std::string as_tag(std::string_view written) {
  std::string tag;
  for (char character : written) {
    if (character == '_') character = '-';
    if (character >= 'A' && character <= 'Z') character = static_cast<char>(character + ('a' - 'A'));
    const bool is_digit = character >= '0' && character <= '9';
    const bool fits =
        is_letter(character) || (is_digit && tag.size() > 2) || (character == '-' && tag.size() > 1);
    if (!fits) return {};
    tag.push_back(character);
  }
  return tag.size() >= 2 && tag.size() <= kLongestTag ? tag : std::string();
}

/// With case folded: `FRANÇAIS` is `français`.
std::string folded(icu::UnicodeString text) {
  std::string bytes;
  text.foldCase().toUTF8String(bytes);
  return bytes;
}

using CodesByName = std::unordered_map<std::string, std::string>;

CodesByName read_names() {
  CodesByName codes;
  for (const char* const* code = uloc_getISOLanguages(); *code != nullptr; ++code) {
    const icu::Locale language(*code);
    icu::UnicodeString name;
    codes.try_emplace(folded(language.getDisplayLanguage(icu::Locale::getEnglish(), name)), *code);
    codes.try_emplace(folded(language.getDisplayLanguage(language, name)), *code);
  }
  return codes;
}

std::string code_of_name(std::string_view name) {
  static const CodesByName codes = read_names();
  if (name.size() > kLongestName) return {};
  const auto found =
      codes.find(folded(icu::UnicodeString::fromUTF8({name.data(), static_cast<std::int32_t>(name.size())})));
  return found == codes.end() ? std::string() : found->second;
}

}  // namespace

std::string language_tag(std::string_view written) {
  const std::string_view said = trimmed(written);
  std::string tag = as_tag(said);
  const std::size_t code_size = std::min(tag.find('-'), tag.size());
  if (code_size > kLongestCode || (tag.empty() && !said.empty())) return code_of_name(said);
  if (code_size < kLongestCode) return tag;
  const std::string code = tag.substr(0, code_size);
  for (const auto& [library_code, shortest] : kLibraryCodes)
    if (code == library_code) return std::string(shortest) + tag.substr(code_size);
  return icu::Locale(code.c_str()).getLanguage() + tag.substr(code_size);
}

}  // namespace newsline
