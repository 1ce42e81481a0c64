// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/extraction/shingles.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>

namespace newsline::extraction {
namespace {

constexpr std::size_t kWidth = 4;

using Shingles = std::map<std::string, std::size_t>;

bool is_word_character(UChar32 point) {
  constexpr std::uint32_t kNumbers = U_GC_N_MASK;
  return u_isalpha(point) || point == U'_' || (U_GET_GC_MASK(point) & kNumbers) != 0;
}

Shingles shingles(std::string_view text, std::size_t& count) {
  const std::vector<std::string> words = plain_words(text);
  Shingles all;
  count = 0;
  if (words.empty()) return all;
  const std::size_t width = std::min(kWidth, words.size());
  for (std::size_t first = 0; first + width <= words.size(); ++first, ++count) {
    std::string shingle;
    for (std::size_t i = first; i < first + width; ++i) shingle += words[i] + ' ';
    ++all[shingle];
  }
  return all;
}

double share(std::size_t part, std::size_t whole, bool if_none) {
  if (whole == 0) return if_none ? 1 : 0;
  return static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

std::vector<std::string> plain_words(std::string_view text) {
  const icu::UnicodeString units =
      icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  std::vector<std::string> words;
  bool is_inside = false;
  for (std::int32_t at = 0; at < units.length(); at = units.moveIndex32(at, 1)) {
    const UChar32 point = units.char32At(at);
    const bool belongs = is_word_character(point);
    if (belongs && !is_inside) words.emplace_back();
    if (belongs) icu::UnicodeString(point).toUTF8String(words.back());
    is_inside = belongs;
  }
  return words;
}

Overlap overlap(std::string_view truth, std::string_view found) {
  std::size_t wanted = 0;
  std::size_t given = 0;
  const Shingles true_ones = shingles(truth, wanted);
  std::size_t common = 0;
  for (const auto& [shingle, number] : shingles(found, given)) {
    const auto same = true_ones.find(shingle);
    if (same != true_ones.end()) common += std::min(number, same->second);
  }
  return {share(common, given, wanted == 0), share(common, wanted, true)};
}

double f1(const Overlap& overlap) {
  const double sum = overlap.precision + overlap.recall;
  return sum == 0 ? 0 : 2 * overlap.precision * overlap.recall / sum;
}

}  // namespace newsline::extraction
