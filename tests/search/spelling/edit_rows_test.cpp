// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/spelling/edit_rows.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "common/text/code_points.h"
#include "tests/text/random_text.h"

namespace newsline {
namespace {

/// The textbook's table, whole.
std::size_t distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      d[i][j] = i == 0 ? j : j == 0 ? i : std::min(d[i - 1][j], d[i][j - 1]) + 1;
      if (i == 0 || j == 0) continue;
      d[i][j] = std::min(d[i][j], d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d[a.size()][b.size()];
}

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("short words may have fewer edits") {
    CHECK(most_edits(0) == 0);
    CHECK(most_edits(2) == 0);
    CHECK(most_edits(3) == 1);
    CHECK(most_edits(5) == 1);
    CHECK(most_edits(6) == 2);
    CHECK(most_edits(60) == 2);
  }

  TEST_CASE("an edit is a letter more or less or another or two swapped") {
    for (const char* near : {"трамвй", "траммвай", "трамвуй", "трмавай", "трамвай"}) {
      CAPTURE(near);
      EditRows rows(code_points("трамвай"), 1);
      CHECK(rows.compare(code_points(near)) == 0);
      CHECK(rows.distance() == (std::string(near) == "трамвай" ? 0 : 1));
    }
    EditRows rows(code_points("трамвай"), 1);
    CHECK(rows.compare(code_points("трмаавй")) != 0);
  }
}

TEST_SUITE("property") {
  TEST_CASE("over a sorted list the distances are those of the whole table") {
    const std::uint64_t seed = test::run_seed();
    CAPTURE(seed);
    std::mt19937_64 engine(seed);
    const auto random_word = [&] {
      std::u32string word;
      for (std::size_t letters = engine() % 8; letters != 0; --letters) word += U"abcñ"[engine() % 4];
      return word;
    };
    for (int round = 0; round < 200; ++round) {
      std::vector<std::u32string> words(60);
      std::generate(words.begin(), words.end(), random_word);
      std::sort(words.begin(), words.end());
      const std::u32string asked = random_word();
      const std::size_t most = engine() % 3;
      EditRows rows(asked, most);
      for (const std::u32string& word : words) {
        const std::size_t hopeless = rows.compare(word);
        const std::size_t expected = distance(word, asked);
        REQUIRE((hopeless == 0) == (expected <= most));
        if (hopeless == 0) REQUIRE(rows.distance() == expected);
        if (hopeless == 0 || hopeless > word.size()) continue;
        for (const std::u32string& other : words)  // none that begins so is near
          if (other.starts_with(word.substr(0, hopeless))) REQUIRE(distance(other, asked) > most);
      }
    }
  }
}

}  // namespace newsline
