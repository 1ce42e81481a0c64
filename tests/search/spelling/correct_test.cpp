// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/search/archive/sample_index.h"

namespace newsline {
namespace {

using test::article;
using test::ids;
using test::SampleIndex;

Request request(std::string_view question) {
  Request made = test::request(question);
  made.correct = true;
  made.matching = kExactly;
  made.sort = SortOrder::newest;
  return made;
}

/// `habour>harbour pilts>pilots: a b`, or `?` behind what is only suggested.
std::string answer(Archive& archive, const Request& asked) {
  const Page page = archive.search(asked);
  std::string text;
  for (const Correction& each : page.corrections) text += each.said + '>' + each.meant + ' ';
  for (const Correction& each : page.suggestions) text += each.said + '>' + each.meant + "? ";
  return text + (page.partial ? "some: " : ": ") + ids(page);
}

std::string answer(Archive& archive, std::string_view question) { return answer(archive, request(question)); }

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("words that no article has are taken for others where nothing matches") {
    const SampleIndex index({article("a", "Harbour pilots", "The pilots struck."), article("b", "Harbours"),
                             article("c", "Pilot", "the harbor")});
    Archive archive = index.archive();
    CHECK(answer(archive, "habour pilts") == "habour>harbour pilts>pilots : a");
    CHECK(answer(archive, "title:habour pilots") == "habour>harbour : a");
    CHECK(answer(archive, "harbour pilots") == ": a");
    CHECK(answer(archive, "pilots harbors") == "harbors>harbor some: a c");
  }

  TEST_CASE("the correction is the one that stands with the other words") {
    std::vector<Article> articles = {article("a", "", "a boat on the river")};
    for (int i = 0; i < 6; ++i)
      articles.push_back(article("x" + std::to_string(i), "", "a goat on the meadow"));
    const SampleIndex index(articles);
    Archive archive = index.archive();
    CHECK(answer(archive, "river oat") == "oat>boat : a");
    Request asked = request("oat");
    asked.limit = 1;
    CHECK(answer(archive, asked) == "oat>goat : x0");
  }

  TEST_CASE("what is exact or excluded or switched off is not corrected") {
    const SampleIndex index({article("a", "", "harbour pilots"), article("b", "", "other")});
    Archive archive = index.archive();
    CHECK(answer(archive, "=habour") == ": ");
    CHECK(answer(archive, "\"habour pilots\"") == ": ");
    CHECK(answer(archive, "other -habour") == ": b");
    Request asked = request("habour");
    asked.correct = false;
    CHECK(answer(archive, asked) == ": ");
  }

  TEST_CASE("a rare word that looks like a frequent one is asked about") {
    std::vector<Article> articles = {article("typo", "", "the habour")};
    for (int i = 0; i < 30; ++i) articles.push_back(article("x" + std::to_string(i), "", "the harbour"));
    const SampleIndex index(articles);
    Archive archive = index.archive();
    CHECK(answer(archive, "habour") == "habour>harbour? : typo");
    Request asked = request("harbour");
    asked.limit = 0;
    CHECK(answer(archive, asked) == ": ");
  }

  TEST_CASE("the tilde finds words that are spelled about so") {
    const SampleIndex index({article("a", "", "harbour"), article("b", "", "harbor"),
                             article("c", "", "arbor"), article("d", "", "labour")});
    Archive archive = index.archive();
    CHECK(answer(archive, "harbour~") == ": a b");
    CHECK(answer(archive, "harbuor~") == ": a b");
    Request asked = request("harbour~");
    asked.sort = SortOrder::relevance;
    CHECK(answer(archive, asked) == ": a b");
    CHECK(answer(archive, "title:harbour~") == ": ");
    CHECK(answer(archive, "* -harbuor~ -(nothing OR harbuor~)") == answer(archive, "* -harbour~"));
    CHECK(answer(archive, "harbour~ -harbuor~") == ": ");
  }
}

TEST_SUITE("property") {
  TEST_CASE("corrections name words of the index and places of the question") {
    const SampleIndex index(
        {article("a", "Harbour pilots", "pilots struck today"), article("b", "Rivers", "rise")});
    Archive archive = index.archive();
    for (const std::string question :
         {"habour OR rivrs", "(pilts NEAR/3 strck)", "title:(habour pilts)", "pilts-strck"}) {
      CAPTURE(question);
      const Page page = archive.search(request(question));
      CHECK(!page.corrections.empty());
      for (const Correction& each : page.corrections) {
        CHECK(each.where.end <= question.size());
        CHECK(question.substr(each.where.begin, each.where.size()).find(each.said) != std::string::npos);
        Request exact = test::request("=" + each.meant);
        CHECK(archive.search(exact).total > 0);
      }
    }
  }
}

}  // namespace newsline
