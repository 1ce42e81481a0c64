// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/upkeep/tally.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/support/temporary_folder.h"

using namespace newsline;

namespace {

/// Two documents that hold `a` (once and twice) and one that holds `b`.
struct Fixture {
  Fixture() {
    for (const Xapian::termcount weight : {1U, 2U}) {
      Xapian::Document document;
      document.add_term("a", weight);
      if (weight == 2) document.add_boolean_term("b");
      database.add_document(document);
    }
    database.commit();
  }

  std::vector<std::string> reported() {
    std::vector<std::string> terms;
    tally.compare(database, [&](const std::string& term) { terms.push_back(term); });
    return terms;
  }

  TemporaryFolder folder;
  Xapian::WritableDatabase database{folder / "database", Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS};
  Tally tally;
};

using Terms = std::vector<std::string>;

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("posting lists that say what the documents say are not reported") {
    Fixture fixture;
    fixture.tally.add("b", 2, 0);
    fixture.tally.add("a", 2, 2);
    fixture.tally.add("a", 1, 1);
    CHECK(fixture.reported().empty());
  }

  TEST_CASE("a term is reported that documents and posting lists do not hold alike") {
    Fixture fixture;
    fixture.tally.add("a", 1, 2);  // the same sum of weights, in the other documents
    fixture.tally.add("a", 2, 1);
    fixture.tally.add("c", 1, 1);
    CHECK(fixture.reported() == Terms{"a", "b", "c"});
  }
}
