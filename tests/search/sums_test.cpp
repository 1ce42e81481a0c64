// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/scan/sums.h"

#include <doctest/doctest.h>

#include <map>
#include <random>
#include <string>
#include <vector>

#include "tests/index/glass/filled_archive.h"
#include "tests/index/seed.h"

namespace newsline {
namespace {

using Expected = std::map<Xapian::docid, Xapian::termcount>;

/// Documents over several windows, dense in some parts and at the borders, with words now and then.
Expected fill(Xapian::WritableDatabase& database, const std::vector<std::string>& terms) {
  std::mt19937_64 random(test_seed());
  Expected expected;
  constexpr auto kWindow = static_cast<Xapian::docid>(Sums::kBytes);
  std::vector<Xapian::docid> documents{kWindow - 1, kWindow, kWindow + 1, 4 * kWindow - 1, 4 * kWindow};
  for (int count = 0; count < 400; ++count) {
    documents.push_back(static_cast<Xapian::docid>(1 + random() % 600));
    documents.push_back(static_cast<Xapian::docid>(1 + random() % (5 * kWindow)));
  }
  for (const Xapian::docid at : documents) {
    Xapian::Document document;
    expected.erase(at);
    for (const std::string& term : terms) {
      if (random() % 2 != 0) continue;
      const auto occurrences = static_cast<Xapian::termcount>(1 + random() % (random() % 8 == 0 ? 400 : 3));
      document.add_term(term, occurrences);
      expected[at] += occurrences;
    }
    document.add_term("other");
    database.replace_document(at, document);
  }
  return expected;
}

}  // namespace

TEST_SUITE("property") {
  TEST_CASE("sums are those of all words whatever is asked for") {
    const std::vector<std::string> terms{"one", "two", "three", "absent"};
    Expected expected;
    const FilledArchive archive([&](Xapian::WritableDatabase& database) {
      expected = fill(database, {terms.begin(), terms.begin() + 3});
    });
    std::mt19937_64 random(test_seed());
    for (int round = 0; round < 200; ++round) {
      Sums sums(terms, archive);
      const auto stride = 1 + random() % (1 + random() % 300'000);
      for (std::uint64_t at = 1; at <= archive.get_lastdocid() + 5; at += 1 + random() % stride) {
        const auto document = static_cast<Xapian::docid>(at);
        if (random() % 2 == 0) {
          REQUIRE(sums.has(document) == expected.contains(document));
          REQUIRE(sums.of(document) == (expected.contains(document) ? expected.at(document) : 0));
        } else {
          const auto next = expected.lower_bound(document);
          const Xapian::docid found = sums.next(document);
          REQUIRE(found == (next == expected.end() ? Sums::kEnd : next->first));
          if (found == Sums::kEnd) break;
          REQUIRE(sums.of(found) == next->second);
          at = found;
        }
      }
    }
  }

  TEST_CASE("sums of nothing are none") {
    const FilledArchive archive(
        [](Xapian::WritableDatabase& database) { database.add_document(Xapian::Document()); });
    Sums sums({"absent"}, archive);
    CHECK(sums.next(1) == Sums::kEnd);
    CHECK_FALSE(sums.has(1));
    CHECK_FALSE(sums.has(2));
  }
}

}  // namespace newsline
