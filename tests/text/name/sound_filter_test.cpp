// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/name/sound_filter.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/name/readings.h"

namespace newsline {
namespace {

/// Of pieces that sound in several ways, or as others do.
std::string random_word(std::mt19937_64& random) {
  constexpr std::string_view kPieces[] = {
      "a",   "e",    "i",  "o",  "u",  "y",   "ye", "ea", "ee", "ow",  "oo", "b",       "c",
      "ch",  "ck",   "cz", "d",  "dj", "f",   "g",  "ge", "gh", "gua", "h",  "j",       "k",
      "kh",  "l",    "m",  "n",  "p",  "ph",  "qu", "q",  "r",  "rr",  "s",  "ss",      "sh",
      "sch", "shch", "t",  "th", "ts", "tch", "v",  "w",  "x",  "z",   "zh", "karabakh"};
  std::string word;
  for (auto pieces = 2 + random() % 4; pieces > 0; --pieces) word += kPieces[random() % std::size(kPieces)];
  return word;
}

TEST_SUITE("unit") {
  TEST_CASE("spellings that sound alike pass and most others do not") {
    const SoundFilter filter(NamePattern{"zelensky"});
    CHECK(filter.may_pass("zelenskyy"));
    CHECK(filter.may_pass("zelenski"));
    CHECK_FALSE(filter.may_pass("zelenska"));
    CHECK_FALSE(filter.may_pass("zelensk"));
    CHECK_FALSE(filter.may_pass("selena"));
    CHECK(SoundFilter(NamePattern("karabakh")).may_pass("gharabagh"));
    CHECK(SoundFilter(NamePattern("yerevan")).may_pass("erevan"));
  }

  TEST_CASE("what the filter cannot tell passes") {
    CHECK(SoundFilter(NamePattern("zelensky")).may_pass("зеленский"));
    CHECK(SoundFilter(NamePattern("zelensky")).may_pass("zelenský"));
    CHECK(SoundFilter(NamePattern("зеленский")).may_pass("star"));
    CHECK(SoundFilter(NamePattern(std::string(70, 'a') + "b")).may_pass("ab"));
    const std::string long_name = [] {
      std::string name;
      while (name.size() < 78) name += "ka";
      return name;
    }();
    CHECK(SoundFilter(NamePattern(long_name)).may_pass(long_name));
  }
}

TEST_SUITE("property") {
  TEST_CASE("every word that shares a reading passes") {
    std::mt19937_64 random(7);
    std::vector<std::string> words;
    std::vector<std::vector<std::string>> sounds;
    for (int count = 0; count < 700; ++count) {
      words.push_back(random_word(random));
      sounds.push_back(readings(words.back()));
    }
    int shared = 0;
    int passed = 0;
    for (std::size_t one = 0; one < words.size(); ++one) {
      const SoundFilter filter(NamePattern{words[one]});
      for (std::size_t other = 0; other < words.size(); ++other) {
        const bool passes = filter.may_pass(words[other]);
        const bool shares = std::ranges::find_first_of(sounds[one], sounds[other]) != sounds[one].end();
        passed += passes ? 1 : 0;
        shared += shares ? 1 : 0;
        CAPTURE(words[one]);
        CAPTURE(words[other]);
        if (shares) REQUIRE(passes);
      }
    }
    CHECK(shared > 700);
    CHECK(passed < 2 * shared);
  }
}

}  // namespace
}  // namespace newsline
