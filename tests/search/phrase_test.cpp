// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/answer/phrase.h"

#include <doctest/doctest.h>

#include <map>
#include <random>

#include "common/search/scan/scan.h"
#include "tests/index/seed.h"
#include "tests/search/small_database.h"

namespace newsline {
namespace {

using Random = std::mt19937_64;
using Words = std::vector<std::string>;
using Documents = std::vector<Xapian::docid>;

std::size_t below(Random& random, std::size_t bound) { return random() % bound; }

Words random_words(Random& random, std::size_t letters, std::size_t least, std::size_t most) {
  Words words(least + below(random, most - least + 1));
  for (std::string& word : words) word = std::string(1, static_cast<char>('a' + below(random, letters)));
  return words;
}

bool has_phrase(const Words& text, const std::vector<Words>& places) {
  for (std::size_t first = 0; first + places.size() <= text.size(); ++first) {
    std::size_t at = 0;
    while (at < places.size() && std::ranges::count(places[at], text[first + at]) != 0) ++at;
    if (at == places.size()) return true;
  }
  return false;
}

bool has_near(const Words& text, const Words& wanted, std::size_t window) {
  for (std::size_t first = 0; first < text.size(); ++first) {
    const Words stretch(text.begin() + static_cast<std::ptrdiff_t>(first),
                        text.begin() + static_cast<std::ptrdiff_t>(std::min(first + window, text.size())));
    const auto is_often_enough = [&](const std::string& word) {
      return std::ranges::count(stretch, word) >= std::ranges::count(wanted, word);
    };
    if (std::ranges::all_of(wanted, is_often_enough)) return true;
  }
  return false;
}

/// Those of the texts, cut to their titles where these are asked, of which `holds` is true.
template <typename Holds>
Documents expected(const std::vector<Words>& texts, std::size_t length, Holds holds) {
  Documents documents;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const Words text(texts[i].begin(),
                     texts[i].begin() + static_cast<std::ptrdiff_t>(std::min(length, texts[i].size())));
    if (holds(text)) documents.push_back(static_cast<Xapian::docid>(i + 1));
  }
  return documents;
}

TEST_SUITE("unit") {
  TEST_CASE("phrases and words near each other are found where a plain search of the texts finds them") {
    Random random(test_seed());
    for (int round = 0; round < 40; ++round) {
      CAPTURE(round);
      const std::size_t letters = 2 + below(random, 4);
      std::vector<Words> texts(30);
      for (Words& text : texts) text = random_words(random, letters, 1, 25);
      const std::uint32_t title_words = 4;
      const auto database = archive_of(texts, title_words);
      for (int question = 0; question < 20; ++question) {
        const WordField field = below(random, 3) == 0 ? WordField::title : WordField::text;
        const std::size_t length = field == WordField::title ? title_words : SIZE_MAX;
        std::vector<Words> places(2 + below(random, 3));
        for (Words& forms : places) forms = random_words(random, letters + 1, 1, 2);
        CHECK(matching_documents(phrase_plan(field, places), database) ==
              expected(texts, length, [&](const Words& text) { return has_phrase(text, places); }));
        const Words wanted = random_words(random, letters, 2, 4);
        const std::size_t window = wanted.size() + below(random, 5);
        CHECK(matching_documents(near_plan(field, wanted, static_cast<std::uint32_t>(window)), database) ==
              expected(texts, length, [&](const Words& text) { return has_near(text, wanted, window); }));
      }
    }
  }

  TEST_CASE("what stands together can be asked for alone and not") {
    const auto database = archive_of({{"a", "b"}, {"b", "a"}, {"c"}, {"x", "a", "b"}});
    const Plan both = phrase_plan(WordField::text, {{"a"}, {"b"}});
    CHECK(matching_documents(any_of({both, term("c")}), database) == Documents{1, 3, 4});
    CHECK(matching_documents(but_not(term("a"), both), database) == Documents{2});
    CHECK(matching_documents(all_of({both, term("x")}), database) == Documents{4});
  }

  TEST_CASE("positions that cannot be read are an error and not a text without the words") {
    const auto whole = archive_of({{"a", "b"}, {"a", "b"}});
    const std::string value = whole.value(2, schema::slot::kPositions);
    const Plan both = phrase_plan(WordField::text, {{"a"}, {"b"}});
    for (const std::size_t length : {1, 5}) {
      const FilledArchive database([&](Xapian::WritableDatabase& copy) {
        copy.add_document(whole.get_document(1));
        Xapian::Document document = whole.get_document(2);
        document.add_value(schema::slot::kPositions, value.substr(0, length));
        copy.add_document(document);
      });
      CHECK_THROWS_AS(static_cast<void>(matching_documents(both, database)), Xapian::DatabaseCorruptError);
    }
  }
}

}  // namespace
}  // namespace newsline
