// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "common/search/expand/acronyms.h"
#include "tests/search/archive/sample_index.h"

namespace newsline {
namespace {

using test::article;
using test::ids;
using test::request;
using test::SampleIndex;

Article dated(Article given, const char* date) {
  given.published = parse_iso8601(date);
  return given;
}

std::vector<Article> harbour_news() {
  return {dated(article("defines", "Founding", "The Harbour Pilots Club (HPC) was founded."), "2024-03-01"),
          article("short", "Strike", "The HPC goes on strike."),
          article("long", "Dinner", "The Harbour Pilots Club had dinner."),
          article("scattered", "Pilots", "A club for pilots of every harbour."),
          article("other", "Nothing", "A dinner elsewhere.")};
}

std::string found(Archive& archive, Request asked) {
  asked.sort = SortOrder::newest;
  return ids(archive.search(asked));
}

std::string found(Archive& archive, std::string_view question) { return found(archive, request(question)); }

std::string explained(Archive& archive, const Request& asked) {
  std::istringstream lines(archive.explain(asked));
  std::string text;
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with("expansion: ")) text += line.substr(11) + '\n';
  return text;
}

std::string described(const std::vector<KnownAcronym>& all) {
  std::string text;
  for (const KnownAcronym& each : all) {
    text += each.acronym + " = " + each.long_form + ", " + std::to_string(each.articles);
    if (each.first_day) text += ' ' + iso8601(*each.first_day) + ".." + iso8601(*each.last_day);
    text += ' ' + each.article + '\n';
  }
  return text;
}

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("an acronym finds its long form and back") {
    const SampleIndex index(harbour_news());
    Archive archive = index.archive();
    CHECK(found(archive, "HPC") == "defines long short");
    CHECK(found(archive, "HPC strike") == "short");
    CHECK(found(archive, "HPC dinner") == "long");
    CHECK(found(archive, "harbour pilots club") == "defines long scattered short");
    CHECK(found(archive, "harbour pilots club strike") == "short");
    CHECK(found(archive, "pilots harbour club strike").empty() == false);  // the best partial matches
    CHECK(archive.search(request("pilots harbour club strike")).partial);
  }

  TEST_CASE("quotes and the equals sign and excluded words and the switch leave words alone") {
    const SampleIndex index(harbour_news());
    Archive archive = index.archive();
    CHECK(found(archive, "=HPC") == "defines short");
    CHECK(found(archive, "\"harbour pilots club\"") == "defines long");
    CHECK(found(archive, "club -HPC") == "long scattered");
    Request plain = request("HPC");
    plain.expand = false;
    CHECK(found(archive, plain) == "defines short");
    CHECK(explained(archive, plain).empty());
  }

  TEST_CASE("the explanation says what was added and why") {
    const SampleIndex index(harbour_news());
    Archive archive = index.archive();
    CHECK(explained(archive, request("HPC")) == "hpc → \"harbour pilots club\" (1 article says so)\n");
    CHECK(explained(archive, request("dinner (harbour pilots club)")) ==
          "all(harbour, pilots, club) → =hpc (1 article says so)\n");
    CHECK(explained(archive, request("dinner")).empty());
  }

  TEST_CASE("the word itself weighs more than what stands for it") {
    const SampleIndex index({article("a", "", "The Harbour Pilots Club (HPC)."),
                             article("b", "", "HPC here now."), article("c", "", "harbour pilots club"),
                             article("d", "", "x y z"), article("e", "", "x y z")});
    Archive archive = index.archive();
    const Page page = archive.search(request("HPC"));
    REQUIRE(page.hits.size() == 3);
    CHECK(page.hits.back().id == "c");
    CHECK(page.hits.back().score > 0);
  }

  TEST_CASE("long forms are known in other inflections") {
    const SampleIndex index(
        {article("a", "", "в работе Общества речных капитанов (ОРК)"), article("b", "", "ОРК бастует")});
    Archive archive = index.archive();
    CHECK(found(archive, "Общество речных капитанов бастует") == "b");
    CHECK(may_be_inflected("общество", "общества"));
    CHECK_FALSE(may_be_inflected("rain", "rainstorm"));
    CHECK_FALSE(may_be_inflected("port", "porcelain"));
    CHECK_FALSE(may_be_inflected("a", "b"));
  }

  TEST_CASE("several meanings are kept with their evidence") {
    const SampleIndex index({dated(article("1", "T1", "The Harbour Pilots Club (HPC)."), "2023-01-05"),
                             dated(article("2", "T2", "The Harbour Pilots’ Club (HPC)."), "2024-02-06"),
                             dated(article("3", "T3", "HPC (Hill Path Committee)"), "2022-03-07"),
                             article("4", "T4", "Nothing (at all)")});
    Archive archive = index.archive();
    const std::string both =
        "HPC = Harbour Pilots’ Club, 2 2023-01-05..2024-02-06 2\n"
        "HPC = Hill Path Committee, 1 2022-03-07..2022-03-07 3\n";
    CHECK(described(archive.acronyms("")) == both);
    CHECK(described(archive.acronyms("hpc")) == both);
    CHECK(described(archive.acronyms("Hill Path")) ==
          "HPC = Hill Path Committee, 1 2022-03-07..2022-03-07 3\n");
    CHECK(archive.acronyms("hp").empty());
    CHECK(found(archive, "HPC") == "2 1 3");
  }

  // Part of a second; read once for each of its definitions, it took minutes.
  TEST_CASE("an article is read once however much it defines" * doctest::timeout(60)) {
    constexpr std::size_t kDefinitions = 12'000;
    std::string body;
    for (std::size_t number = 0; number < kDefinitions; ++number) {
      std::string word = "arbor";
      for (std::size_t rest = number; rest != 0; rest /= 20) word += static_cast<char>('a' + rest % 20);
      body += "The Kept " + word + " Club (KAC) met. ";
    }
    const SampleIndex index({article("1", "", body)});
    const std::vector<KnownAcronym> all = index.archive().acronyms("");
    CHECK(all.size() == kDefinitions);
    CHECK(all.front().acronym == "KAC");
  }

  TEST_CASE("what people have said to mean the same is found") {
    const SampleIndex index({article("a", "", "Kyiv today"), article("b", "", "the old port city"),
                             article("c", "", "city of ports")});
    Archive archive = index.archive();
    Request asked = request("kiev");
    asked.synonyms = Synonyms("Kyiv = Kiev\nHarbour Town = Port City", "s.txt");
    CHECK(found(archive, asked) == "a");
    asked.query = request("harbour town").query;
    CHECK(found(archive, asked) == "b");
    CHECK(explained(archive, asked) == "all(harbour, town) → \"port city\" (synonym)\n");
    asked.query = request("title:kiev").query;
    CHECK(found(archive, asked).empty());
  }
}

TEST_SUITE("property") {
  TEST_CASE("evidence comes and goes with its articles and a rebuild changes nothing") {
    SampleIndex index(harbour_news());
    std::vector<Article> less = harbour_news();
    less.erase(less.begin());
    index.update(less);
    Archive without = index.archive();
    CHECK(without.acronyms("").empty());
    CHECK(found(without, "HPC") == "short");
    index.update(harbour_news());
    Archive again = index.archive();
    const std::string updated = described(again.acronyms("")) + found(again, "HPC");
    index.rebuild();
    Archive rebuilt = index.archive();
    CHECK(described(rebuilt.acronyms("")) + found(rebuilt, "HPC") == updated);
    CHECK(updated == "HPC = Harbour Pilots Club, 1 2024-03-01..2024-03-01 defines\ndefines long short");
  }

  TEST_CASE("what is added never takes a match away") {
    const SampleIndex index(harbour_news());
    Archive archive = index.archive();
    for (const char* question : {"HPC", "club", "harbour pilots club", "HPC OR dinner", "strike -dinner",
                                 "(HPC OR elsewhere) dinner", "title:pilots", "harb* HPC"}) {
      CAPTURE(question);
      Request asked = request(question);
      asked.relax = false;
      const Page more = archive.search(asked);
      asked.expand = false;
      for (const Hit& hit : archive.search(asked).hits) {
        CHECK(std::any_of(more.hits.begin(), more.hits.end(),
                          [&](const Hit& each) { return each.id == hit.id; }));
      }
    }
  }
}

}  // namespace newsline
