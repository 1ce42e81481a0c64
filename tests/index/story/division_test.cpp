// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/story/division.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/support/temporary_folder.h"

using namespace newsline;

namespace {

using Stories = std::vector<std::uint32_t>;

/// Of twenty hashes, from this one on: ten that differ make two of them unlike.
std::string signature_from(int first) {
  std::string signature;
  for (int hash = first; hash < first + 20; ++hash)
    signature += std::string(3, '\0') + static_cast<char>(hash);
  return signature;
}

/// Links those that stand side by side.
Stories divided(StoryDivision& division, const std::vector<std::string>& texts) {
  for (std::uint32_t text = 1; text < texts.size(); ++text) division.link(text - 1, text);
  return division.divide(static_cast<std::uint32_t>(texts.size()),
                         [&](std::uint32_t text) { return std::string_view(texts[text]); });
}

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE(
      "the first text and its copies and what is linked with them are a story and the rest is divided") {
    const TemporaryFolder folder;
    // Some lie in memory, and some on the disk.
    for (const std::size_t memory_bytes : {1000, 40, 1}) {
      CAPTURE(memory_bytes);
      StoryDivision division({folder / "", memory_bytes});
      // It drifts by five hashes a text: the third is no copy of the first.
      std::vector<std::string> drifting;
      for (int text = 0; text < 9; ++text) drifting.push_back(signature_from(5 * text));
      CHECK(divided(division, drifting) == Stories{0, 0, 0, 0, 4, 4, 4, 4, 8});
      CHECK(divided(division, {signature_from(0), signature_from(50), signature_from(100)}) ==
            Stories{0, 0, 2});
      CHECK(divided(division, {signature_from(7)}) == Stories{0});
      CHECK(divided(division, {}).empty());
    }
  }

  TEST_CASE("of very many texts each is divided and links say what stands far away") {
    const TemporaryFolder folder;
    constexpr std::uint32_t kTexts = 3 * StoryDivision::kMostCompared;
    // Two stories by turns, and their last texts are far behind the first.
    const std::string texts[] = {signature_from(0), signature_from(100)};
    const auto signature_of = [&](std::uint32_t text) { return std::string_view(texts[text % 2]); };
    for (const std::size_t memory_bytes : {1'000'000, 10'000}) {
      CAPTURE(memory_bytes);
      StoryDivision division({folder / "", memory_bytes});
      for (std::uint32_t text = 2; text < kTexts; ++text)
        for (const std::uint32_t before : {2U, 32U, 1500U})
          if (text >= before) division.link(text - before, text);
      const Stories stories = division.divide(kTexts, signature_of);
      for (std::uint32_t text = 0; text < kTexts; ++text) REQUIRE(stories[text] % 2 == text % 2);
      CHECK(std::ranges::count_if(stories, [](std::uint32_t first) { return first < 2; }) > 2000);
      CHECK(divided(division, {signature_from(0), signature_from(50)}) == Stories{0, 0});
    }
  }
}
