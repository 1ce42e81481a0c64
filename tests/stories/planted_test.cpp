// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/stories/planted.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "tests/stories/shared_words.h"

using namespace newsline;
using namespace newsline::stories;

namespace {

/// Twenty articles whose words are all different, of 30, 40, 50 ... words.
std::vector<Article> articles() {
  std::vector<Article> all;
  for (std::size_t number = 0; number < 20; ++number) {
    Article article;
    article.id = "a" + std::to_string(number);
    article.title = "Title " + std::to_string(number);
    for (std::size_t word = 0; word < 30 + 10 * number; ++word)
      article.body += "w" + std::to_string(number) + "x" + std::to_string(word) + "\n";
    all.push_back(article);
  }
  return all;
}

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("copies are planted of long articles and say what was done to them") {
    const std::vector<Article> originals = articles();
    const std::vector<Planted> planted = plant(originals, 4, 7);
    REQUIRE(planted.size() == 16);
    std::map<Kind, int> kinds;
    std::set<std::string> of;
    for (const Planted& each : planted) {
      const auto original = std::ranges::find(originals, each.original, &Article::id);
      REQUIRE(original != originals.end());
      ++kinds[each.kind];
      of.insert(each.original);
      const auto before = words_of(original->body);
      const auto words = words_of(each.article.body);
      CHECK(before.size() >= kLeastWords);
      CHECK(each.article.id != each.original);
      switch (each.kind) {
        case Kind::edited:
          CHECK(words != before);
          CHECK(shared_words(words, before) > 0.3);
          break;
        case Kind::truncated:
          CHECK(2 * words.size() >= before.size() - 1);
          CHECK(10 * words.size() <= 9 * before.size());
          CHECK(std::equal(words.begin(), words.end(), before.begin()));
          break;
        case Kind::extended:
          CHECK(words.size() >= before.size() + 20);
          CHECK(words.size() <= before.size() + 60);
          CHECK(shared_words(words, before) > 0.9);
          break;
        case Kind::retitled:
          CHECK(words == before);
      }
    }
    CHECK(of.size() == 16);
    for (const auto& [kind, count] : kinds) CHECK(count == 4);
    CHECK(plant(originals, 4, 7).front().article == planted.front().article);
  }

  TEST_CASE("no more copies are planted than there are long articles") {
    CHECK(plant(articles(), 100, 7).size() == 18);
  }

  TEST_CASE("words are shared in runs of five or more of the shorter text") {
    const auto words = [](const char* text) { return words_of(text); };
    CHECK(shared_words(words("a b c d e f"), words("a b c d e f g h")) == 1);
    CHECK(shared_words(words("a b c d x f g h i j"), words("a b c d e f g h i j k")) == 0.5);
    CHECK(shared_words(words("a b c d"), words("a b c d")) == 1);
    CHECK(shared_words(words("a b c d"), words("a b c d e")) == 0);
    CHECK(shared_words(words("a b c d x e f g"), words("a b c d e f g h")) == 0);
  }
}
