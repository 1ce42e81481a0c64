// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/spelling/near_words.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "common/search/spelling/edit_rows.h"
#include "common/text/code_points.h"
#include "tests/index/glass/filled_archive.h"
#include "tests/text/random_text.h"

namespace newsline {
namespace {

/// Each word in so many documents.
FilledArchive database_of(const std::vector<std::pair<std::string, int>>& words) {
  return FilledArchive([&](Xapian::WritableDatabase& database) {
    for (const auto& [word, documents] : words) {
      for (int i = 0; i < documents; ++i) {
        Xapian::Document document;
        document.add_term(word);
        database.add_document(document);
      }
    }
  });
}

std::string described(const std::vector<NearWord>& words) {
  std::string text;
  for (const NearWord& word : words) {
    text += (text.empty() ? "" : " ") + word.form + '/' + std::to_string(word.edits) + '/' +
            std::to_string(word.articles);
  }
  return text;
}

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("fewest edits come first and then most articles") {
    const auto database = database_of({{"harbour", 2},
                                       {"harbor", 5},
                                       {"harbours", 1},
                                       {"arbour", 3},
                                       {"Kharbou", 9},
                                       {"Sharbour", 9},
                                       {"quay", 4},
                                       {"tarboir", 9}});
    CHECK(described(near_words(WordField::text, "harbour", Reach::closest, 9, database)) ==
          "harbor/1/5 arbour/1/3 harbours/1/1");
    CHECK(described(near_words(WordField::text, "harborus", Reach::all, 9, database)) ==
          "harbours/1/1 harbor/2/5 harbour/2/2");
    CHECK(described(near_words(WordField::text, "harborus", Reach::closest, 9, database)) == "harbours/1/1");
    CHECK(described(near_words(WordField::text, "harbour", Reach::closest, 1, database)) == "harbor/1/5");
    CHECK(described(near_words(WordField::title, "harbor", Reach::closest, 9, database)) == "harbour/1/9");
    CHECK(described(near_words(WordField::text, "qu", Reach::all, 9, database)).empty());
    CHECK(described(near_words(WordField::text, "harb0r", Reach::all, 9, database)).empty());
  }

  TEST_CASE("every script has near words") {
    const auto database =
        database_of({{"երևան", 1}, {"თბილისი", 1}, {"трамвай", 1}, {"الميناء", 1}, {"ท่าเรือ", 1}});
    CHECK(described(near_words(WordField::text, "երևն", Reach::closest, 9, database)) == "երևան/1/1");
    CHECK(described(near_words(WordField::text, "თბილსიი", Reach::closest, 9, database)) == "თბილისი/1/1");
    CHECK(described(near_words(WordField::text, "тармвай", Reach::closest, 9, database)) == "трамвай/1/1");
    CHECK(described(near_words(WordField::text, "الميناا", Reach::closest, 9, database)) == "الميناء/1/1");
    CHECK(described(near_words(WordField::text, "ท่าเรอ", Reach::closest, 9, database)) == "ท่าเรือ/1/1");
  }
}

TEST_SUITE("property") {
  TEST_CASE("near words are those that a comparison with every word finds") {
    const std::uint64_t seed = test::run_seed();
    CAPTURE(seed);
    std::mt19937_64 engine(seed);
    const auto random_word = [&] {
      std::u32string word;
      for (std::size_t letters = 1 + engine() % 9; letters != 0; --letters)
        word += std::u32string_view(U"abdж\uD7FF\U0010FFFF")[engine() % 6];
      return word;
    };
    std::set<std::u32string> words;
    std::vector<std::pair<std::string, int>> rows;
    for (int i = 0; i < 2000; ++i) {
      const std::u32string word = random_word();
      if (words.insert(word).second) rows.emplace_back(utf8(word), 1);
    }
    const auto database = database_of(rows);
    for (int round = 0; round < 60; ++round) {
      const std::u32string asked = random_word();
      const std::size_t most = most_edits(asked.size());
      std::set<std::string> expected;
      for (const std::u32string& word : words) {
        EditRows alone(asked, most);
        if (word == asked || alone.compare(word) != 0) continue;
        if (alone.distance() < 2 || word.front() == asked.front()) expected.insert(utf8(word));
      }
      std::set<std::string> found;
      for (const NearWord& near : near_words(WordField::text, utf8(asked), Reach::all, 5000, database)) {
        CHECK(near.edits >= 1);
        CHECK(near.edits <= most);
        found.insert(near.form);
      }
      if (most == 0) expected.clear();
      CHECK(found == expected);
    }
  }
}

}  // namespace newsline
