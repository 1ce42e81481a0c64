// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/georgian_stem.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace newsline {
namespace {

constexpr std::size_t kLetterBytes = 3;  // of every letter in UTF-8
constexpr std::size_t kLeastLetters = 3;
constexpr std::size_t kLeastBeforeToo = 5;

/// Postpositions that grow onto the word, the longest first.
constexpr std::array<std::string_view, 8> kPostpositions = {"თვის", "მდე", "დან", "გან",
                                                            "კენ",  "თან", "ში",  "ზე"};
/// Cases, the longest first, and the one of subjects that end in a vowel.
constexpr std::array<std::string_view, 6> kCases = {"ის", "ით", "მა", "ად", "ს", "ი"};
constexpr std::string_view kSubject = "მ";
constexpr std::string_view kPlural = "ებ";
constexpr std::string_view kToo = "ც";  // "also"
constexpr std::string_view kVowels = "აეიოუ";

bool is_georgian(std::string_view word) {
  if (word.size() % kLetterBytes != 0) return false;
  for (std::size_t at = 0; at < word.size(); at += kLetterBytes) {
    const std::string_view letter = word.substr(at, kLetterBytes);
    if (letter < "ა" || letter > "ჰ") return false;
  }
  return true;
}

std::size_t letters_of(std::string_view word) { return word.size() / kLetterBytes; }

bool ends_in_vowel(std::string_view word) {
  const std::size_t place = kVowels.find(word.substr(word.size() - kLetterBytes));
  return place != std::string_view::npos && place % kLetterBytes == 0;
}

bool strip(std::string_view& word, std::string_view ending, std::size_t least = kLeastLetters) {
  if (!word.ends_with(ending) || letters_of(word) < letters_of(ending) + least) return false;
  word.remove_suffix(ending.size());
  return true;
}

/// Takes one of these off; says whether it did.
template <std::size_t kSize>
bool strip_one(std::string_view& word, const std::array<std::string_view, kSize>& endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view each) { return strip(word, each); });
}

bool strip_subject(std::string_view& word) {
  std::string_view rest = word;
  if (!strip(rest, kSubject) || !ends_in_vowel(rest)) return false;
  word = rest;
  return true;
}

}  // namespace

std::string georgian_stem(std::string_view word) {
  if (word.empty() || !is_georgian(word)) return std::string(word);
  std::string_view stem = word;
  strip(stem, kToo, kLeastBeforeToo);
  const bool is_free = !strip_one(stem, kPostpositions);
  if (!strip_one(stem, kCases) && is_free) strip_subject(stem);
  strip(stem, kPlural);
  while (letters_of(stem) > kLeastLetters && ends_in_vowel(stem)) stem.remove_suffix(kLetterBytes);
  return std::string(stem);
}

}  // namespace newsline
