// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <vector>

namespace newsline {

/// Texts that share nothing, and texts that were made of others.
class RandomStory {
 public:
  using Words = std::vector<std::string>;

  explicit RandomStory(unsigned seed) : random_(seed) {}

  [[nodiscard]] std::size_t below(std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
  }

  [[nodiscard]] Words text(std::size_t count) {
    Words words;
    while (words.size() < count) words.push_back("w" + std::to_string(below(100000)));
    return words;
  }

  /// With so many words in places at random exchanged for others.
  [[nodiscard]] Words edited(Words words, std::size_t changes) {
    for (; changes > 0; --changes) words[below(words.size())] = "w" + std::to_string(below(100000));
    return words;
  }

  /// What became of a text on its way.
  [[nodiscard]] Words passed_on(Words words) {
    switch (below(4)) {
      case 0:
        return words;
      case 1:
        words.resize(words.size() - below(words.size() / 2 + 1));
        return words;
      case 2: {
        const Words more = text(below(words.size() + 1));
        words.insert(words.end(), more.begin(), more.end());
        return words;
      }
      default:
        return edited(std::move(words), 1 + below(6));
    }
  }

  [[nodiscard]] static std::string joined(const Words& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
  }

 private:
  std::mt19937 random_;
};

}  // namespace newsline
