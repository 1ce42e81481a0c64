// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "common/index/glass/posting_list.h"
#include "common/index/glass/value_list.h"
#include "tests/index/glass/changed_archive.h"
#include "tests/index/glass/filled_archive.h"
#include "tests/index/seed.h"

namespace newsline {
namespace {

void check_seeks(const std::string& term, const Postings& postings, const Snapshot& snapshot,
                 Random& random) {
  PostingList list(term, snapshot);
  for_random_documents(random, snapshot.get_lastdocid(), [&](Xapian::docid document) {
    const auto expected = postings.lower_bound(document);
    REQUIRE(list.seek(document) == (expected == postings.end() ? PostingList::kEnd : expected->first));
    if (expected != postings.end()) REQUIRE(list.occurrences() == expected->second);
  });
}

/// Lists of a database that was changed, and what Xapian says of them.
struct ListsOfChanged {
  Random random{test_seed()};
  Changed changed{random, 900};
  Snapshot snapshot = changed.snapshot();
  Contents all = read_by_xapian(changed.database);
};

}  // namespace

TEST_SUITE("property") {
  TEST_CASE_FIXTURE(ListsOfChanged, "a list finds the next document from any on") {
    for (int round = 0; round < 30; ++round) {
      for (std::size_t number = 0; number <= kTerms; ++number) {
        check_seeks(name_of(number), all.postings[number], snapshot, random);
      }
      for (Xapian::valueno slot = 0; slot < kSlots; ++slot) {
        const Values& values = all.values[slot];
        ValueList list(slot, snapshot);
        for_random_documents(random, snapshot.get_lastdocid(), [&](Xapian::docid document) {
          const auto expected = values.find(document);
          REQUIRE(list.has(document) == (expected != values.end()));
          REQUIRE(list.of(document) == (expected == values.end() ? "" : expected->second));
          REQUIRE(snapshot.value(document, slot) == list.of(document));
        });
      }
    }
  }

  TEST_CASE("a list without gaps and one of all that follow closely are passed as any other") {
    Random random(test_seed());
    Postings lengths;
    Postings close;
    const FilledArchive archive([&](Xapian::WritableDatabase& database) {
      for (Xapian::docid number = 1; number <= 6000; ++number) {
        Xapian::Document document;
        const auto length = static_cast<Xapian::termcount>(1 + below(random, 300));
        document.add_term("all", length);
        lengths[number] = length;
        // Runs of one after the other, and now and then a longer way or a greater number.
        const bool is_far = below(random, 50) == 0;
        if (!is_far || below(random, 2) == 0) {
          close[number] = static_cast<Xapian::termcount>(is_far ? 200 : 1 + below(random, 5));
          document.add_term("close", close[number]);
          lengths[number] += close[number];
        }
        database.add_document(document);
      }
    });
    for (int round = 0; round < 40; ++round) {
      check_seeks("", lengths, archive, random);
      check_seeks("close", close, archive, random);
    }
  }

  TEST_CASE_FIXTURE(ListsOfChanged, "a list is gone through part by part") {
    for (int round = 0; round < 30; ++round) {
      for (std::size_t number = 0; number <= kTerms; ++number) {
        PostingList list(name_of(number), snapshot);
        Postings found;
        for_random_documents(random, snapshot.get_lastdocid(), [&](Xapian::docid end) {
          list.for_each_before(end, [&](Xapian::docid document, Xapian::termcount occurrences) {
            REQUIRE(document < end);
            found[document] = occurrences;
          });
          REQUIRE(list.document() >= end);
        });
        list.for_each_before(PostingList::kEnd, [&](Xapian::docid document, Xapian::termcount occurrences) {
          found[document] = occurrences;
        });
        CHECK(list.document() == PostingList::kEnd);
        REQUIRE(found == all.postings[number]);
      }
    }
  }
}

}  // namespace newsline
