// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstddef>
#include <random>
#include <string>
#include <vector>

namespace newsline {

/// Texts of some hundred words that are drawn from 2,000, some of them often; each begins with `{`.
inline std::vector<std::string> alike_texts(std::size_t count, unsigned seed) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> part(0, 1);
  std::vector<std::string> vocabulary;
  while (vocabulary.size() < 2000) {
    std::string word;
    for (std::size_t letters = 3 + random() % 7; letters > 0; --letters)
      word += static_cast<char>('a' + random() % 26);
    vocabulary.push_back(word);
  }
  std::vector<std::string> texts;
  while (texts.size() < count) {
    std::string text = "{";
    for (std::size_t words = 100 + random() % 50; words > 0; --words) {
      const double place = std::pow(static_cast<double>(vocabulary.size()), part(random));
      text += vocabulary[static_cast<std::size_t>(place) - 1] + ' ';
    }
    texts.push_back(text);
  }
  return texts;
}

}  // namespace newsline
