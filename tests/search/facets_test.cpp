// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/answer/facets.h"

#include <doctest/doctest.h>

#include "common/error.h"
#include "common/index/document/values.h"
#include "common/index/schema.h"
#include "tests/index/glass/filled_archive.h"

namespace newsline {
namespace {

std::string described(const std::vector<FacetCount>& counts) {
  std::string text;
  for (const FacetCount& each : counts) text += each.value + "=" + std::to_string(each.count) + " ";
  return text;
}

Xapian::Document tagged(const std::vector<std::string>& tags, const std::string& day) {
  Xapian::Document document;
  document.add_value(schema::slot::kTags, names_value(tags));
  document.add_value(schema::slot::kDay, day);
  return document;
}

TEST_SUITE("unit") {
  TEST_CASE("spellings of one name are counted together and shown as most write them") {
    const Snapshot none;
    SpellingCounts counts(schema::slot::kTags, none);
    counts.add(names_value({"CSTO", "Armenia"}));
    counts.add(names_value({"csto"}));
    counts.add(names_value({"csto", "armenia"}));
    counts.add(names_value({"Zürich"}));
    counts.add("");
    CHECK(described(counts.by_count()) == "csto=3 Armenia=2 Zürich=1 ");
    CHECK(counts.without() == 1);
  }

  TEST_CASE("names with equal counts come in the order of their folded spelling") {
    const Snapshot none;
    SpellingCounts counts(schema::slot::kSource, none);
    for (const char* name : {"beta", "Alpha", "Gamma", "delta"}) counts.add(names_value({name}));
    CHECK(described(counts.by_count()) == "Alpha=1 beta=1 delta=1 Gamma=1 ");
  }

  TEST_CASE("days add up to months and years in the order of time") {
    const Snapshot none;
    SpellingCounts counts(schema::slot::kDay, none);
    for (const char* day : {"20240312", "20240301", "20231231", "20240312", ""}) counts.add(day);
    CHECK(described(counts.by_time(8)) == "2023-12-31=1 2024-03-01=1 2024-03-12=2 ");
    CHECK(described(counts.by_time(6)) == "2023-12=1 2024-03=3 ");
    CHECK(described(counts.by_time(4)) == "2023=1 2024=3 ");
    CHECK(counts.without() == 1);
  }

  TEST_CASE("a damaged list of names is an error and not a missing tag") {
    const Snapshot none;
    SpellingCounts counts(schema::slot::kTags, none);
    CHECK_THROWS_AS(counts.add("\x09short"), Error);
  }

  TEST_CASE("facets come as requested and keep the most frequent names and the latest times") {
    const FilledArchive database([](Xapian::WritableDatabase& filled) {
      filled.add_document(tagged({"a", "b"}, "20240312"));
      filled.add_document(tagged({"c"}, "20250101"));
      filled.add_document(tagged({"b"}, "20230312"));
      filled.add_document(tagged({}, ""));
    });
    const std::vector<Facet> facets = count_facets(
        {{FacetField::month, 1}, {FacetField::tag, 1}, {FacetField::year, 5}, {FacetField::tag, 0}},
        {1, 3, 4}, database);
    REQUIRE(facets.size() == 4);
    CHECK(facets[0].field == FacetField::month);
    CHECK(described(facets[0].counts) == "2024-03=1 ");
    CHECK(facets[0].distinct == 2);
    CHECK(facets[0].without == 1);
    CHECK(described(facets[1].counts) == "b=2 ");
    CHECK(facets[1].distinct == 2);
    CHECK(facets[1].without == 1);
    CHECK(described(facets[2].counts) == "2023=1 2024=1 ");
    CHECK(facets[3].counts.empty());
    CHECK(facets[3].distinct == 2);
  }
}

}  // namespace
}  // namespace newsline
