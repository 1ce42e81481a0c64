// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <set>

#include "common/index/glass/data_list.h"
#include "common/index/glass/posting_list.h"
#include "common/index/glass/term_list.h"
#include "common/index/glass/value_list.h"
#include "tests/index/glass/changed_archive.h"
#include "tests/index/glass/filled_archive.h"
#include "tests/index/seed.h"

namespace newsline {
namespace {

Contents read(const Snapshot& snapshot) {
  Contents all;
  for (std::size_t number = 0; number <= kTerms; ++number) {
    Postings& postings = all.postings.emplace_back();
    for (PostingList list(name_of(number), snapshot); list.document() != PostingList::kEnd; list.next())
      postings[list.document()] = list.occurrences();
  }
  for (Xapian::valueno slot = 0; slot < kSlots; ++slot) {
    Values& values = all.values.emplace_back();
    ValueList list(slot, snapshot);
    for (auto document = list.seek(1); document != ValueList::kEnd; document = list.seek(document + 1))
      values[document] = list.value();
  }
  DataList data(snapshot);
  for (const auto& [document, length] : all.postings.back()) all.data[document] = data.of(document);
  for (int key = 0; key < 20; ++key) all.metadata.push_back(snapshot.metadata(fmt::format("key{}", key)));
  for (TermList terms("t", snapshot); !terms.is_at_end(); terms.next())
    all.terms[terms.term()] = {terms.frequency(), static_cast<Xapian::termcount>(terms.occurrences())};
  for (std::size_t number = 0; number < kTerms; ++number)
    all.synonyms.push_back(snapshot.synonyms(term(number)));
  return all;
}

/// Lets a failure say what Xapian's exceptions say.
REGISTER_EXCEPTION_TRANSLATOR(const Xapian::Error& error) { return error.get_description().c_str(); }

void overwrite(const std::string& path, Random& random) {
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  const auto size = std::filesystem::file_size(path);
  for (std::size_t count = 1 + below(random, 30); count > 0; --count) {
    file.seekp(static_cast<std::streamoff>(below(random, size)));
    file.put(static_cast<char>(random()));
  }
}

}  // namespace

TEST_SUITE("property") {
  TEST_CASE("lists and texts are those that xapian reads") {
    Random random(test_seed());
    for (const std::size_t changes : {0, 1, 40, 700}) {
      CAPTURE(changes);
      const Changed changed(random, changes);
      const Snapshot snapshot = changed.snapshot();
      const Contents expected = read_by_xapian(changed.database);
      CHECK(read(snapshot) == expected);
      for (std::size_t number = 0; number < kTerms; ++number)
        CHECK(snapshot.frequency(term(number)) == expected.postings[number].size());
      CHECK(snapshot.frequency("absent") == 0);
      CHECK(snapshot.metadata("absent").empty());
      CHECK(DataList(snapshot).of(snapshot.get_lastdocid() + 1).empty());
    }
  }

  TEST_CASE("terms are found from any on") {
    Random random(test_seed());
    const FilledArchive archive([&](Xapian::WritableDatabase& database) {
      for (int number = 0; number < 4000; ++number) {
        Xapian::Document document;
        document.add_term(std::string(1, '\0'));
        for (int count = 0; count < 3; ++count) document.add_term(text(random, 4) + 'a');
        database.add_document(document);
      }
    });
    std::set<std::string> all(archive.allterms_begin(), archive.allterms_end());
    for (const char* prefix : {"", "a", "b", "\xc0", "zz"}) {
      CAPTURE(prefix);
      std::set<std::string> found;
      for (TermList terms(prefix, archive); !terms.is_at_end(); terms.next()) found.insert(terms.term());
      CHECK(found == std::set<std::string>(archive.allterms_begin(prefix), archive.allterms_end(prefix)));
    }
    for (int round = 0; round < 300; ++round) {
      TermList terms("", archive);
      for (std::string from = text(random, 3);; from = terms.term() + text(random, 2)) {
        terms.seek(from);
        const auto expected = all.lower_bound(from);
        REQUIRE(terms.is_at_end() == (expected == all.end()));
        if (terms.is_at_end()) break;
        REQUIRE(terms.term() == *expected);
        if (below(random, 20) == 0) break;
      }
    }
  }

  TEST_CASE("a state is read as it was or said to be gone while others follow it") {
    Random random(test_seed());
    Changed changed(random, 200);
    int overtaken = 0;
    for (int round = 0; round < 12; ++round) {
      const Snapshot snapshot = changed.snapshot();
      const Contents expected = read(snapshot);
      for (int commit = 0; commit < 4; ++commit) {
        change(changed.database, random, 1 + below(random, 60));
        changed.database.commit();
        try {
          const bool same = read(snapshot) == expected;
          CHECK(same);
        } catch (const Xapian::DatabaseModifiedError&) {
          ++overtaken;
        } catch (const Xapian::Error& error) {
          FAIL(error.get_description());
        }
      }
    }
    CHECK(overtaken > 0);
  }

  TEST_CASE("damaged tables are an error or read as something else") {
    Random random(test_seed());
    Changed changed(random, 300);
    changed.database.close();
    int errors = 0;
    for (int round = 0; round < 150; ++round) {
      const std::string copy = changed.folder / "copy";
      std::filesystem::copy(changed.path, copy);
      for (const char* table : {"/postlist.glass", "/docdata.glass", "/synonym.glass"})
        overwrite(copy + table, random);
      try {
        const Snapshot snapshot(Xapian::Database(copy), copy);
        static_cast<void>(read(snapshot));
      } catch (const Xapian::Error&) {
        ++errors;
      }
      std::filesystem::remove_all(copy);
    }
    CHECK(errors > 0);
  }
}

}  // namespace newsline
