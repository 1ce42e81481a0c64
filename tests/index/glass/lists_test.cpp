// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <set>
#include <vector>

#include "common/index/glass/posting_list.h"
#include "common/index/glass/term_list.h"
#include "common/index/glass/value_list.h"
#include "tests/index/glass/filled_archive.h"
#include "tests/index/seed.h"
#include "tests/support/temporary_folder.h"

namespace newsline {
namespace {

using Random = std::mt19937_64;

std::size_t below(Random& random, std::size_t bound) { return random() % bound; }

constexpr std::size_t kTerms = 12;
constexpr Xapian::valueno kSlots = 4;

/// The frequent ones first; a NUL makes the key of a term another than the term.
std::string term(std::size_t number) {
  return fmt::format("t{}", number) + (number % 3 == 0 ? std::string(1, '\0') + "x" : "");
}

/// Of random length, up to `most`; every other can be deflated.
std::string text(Random& random, std::size_t most) {
  std::string bytes(below(random, most), 'a');
  const std::size_t letters = below(random, 2) == 0 ? 4 : 256;
  for (char& byte : bytes) byte = static_cast<char>(below(random, letters));
  return bytes;
}

Xapian::Document random_document(Random& random) {
  Xapian::Document document;
  for (std::size_t number = 0; number < kTerms; ++number)
    if (below(random, 1 + number * number) == 0)
      document.add_term(term(number), static_cast<Xapian::termcount>(1 + below(random, 300)));
  if (below(random, 3) != 0) document.add_value(0, text(random, 12));
  if (below(random, 40) == 0) document.add_value(1, text(random, 30));
  document.add_value(2, text(random, below(random, 50) == 0 ? 9000 : 400));
  document.set_data(text(random, below(random, 30) == 0 ? 30000 : 300));
  return document;
}

/// Some documents come, some change and some go.
void change(Xapian::WritableDatabase& database, Random& random, std::size_t changes) {
  for (std::size_t number = 0; number < changes; ++number) {
    const auto any = static_cast<Xapian::docid>(1 + below(random, database.get_lastdocid() + 1));
    switch (below(random, 6)) {
      case 0:
        database.replace_document(any, random_document(random));
        break;
      case 1:
        try {
          database.delete_document(any);
        } catch (const Xapian::DocNotFoundError&) {
        }
        break;
      default:
        database.add_document(random_document(random));
    }
  }
  database.set_metadata(fmt::format("key{}", below(random, 20)), text(random, 5000));
  for (std::size_t count = below(random, 200); count > 0; --count)
    database.add_synonym(term(below(random, kTerms)), text(random, 60) + 'x');
}

using Postings = std::map<Xapian::docid, Xapian::termcount>;
using Values = std::map<Xapian::docid, std::string>;

/// All that lists and texts say.
struct Contents {
  std::vector<Postings> postings;
  std::vector<Values> values;
  Values data;
  std::vector<std::string> metadata;
  std::vector<std::vector<std::string>> synonyms;
  std::map<std::string, std::pair<Xapian::doccount, Xapian::termcount>> terms;
  bool operator==(const Contents&) const = default;
};

std::string name_of(std::size_t number) { return number == kTerms ? std::string() : term(number); }

Contents read_by_xapian(const Xapian::Database& database) {
  Contents all;
  for (std::size_t number = 0; number <= kTerms; ++number) {
    Postings& postings = all.postings.emplace_back();
    const std::string name = name_of(number);
    for (auto at = database.postlist_begin(name); at != database.postlist_end(name); ++at)
      postings[*at] = number == kTerms ? database.get_doclength(*at) : at.get_wdf();
  }
  for (Xapian::valueno slot = 0; slot < kSlots; ++slot) {
    Values& values = all.values.emplace_back();
    for (auto at = database.valuestream_begin(slot); at != database.valuestream_end(slot); ++at)
      values[at.get_docid()] = *at;
  }
  for (const auto& [document, length] : all.postings.back())
    all.data[document] = database.get_document(document).get_data();
  for (int key = 0; key < 20; ++key) all.metadata.push_back(database.get_metadata(fmt::format("key{}", key)));
  for (auto at = database.allterms_begin("t"); at != database.allterms_end("t"); ++at)
    all.terms[*at] = {at.get_termfreq(), database.get_collection_freq(*at)};
  for (std::size_t number = 0; number < kTerms; ++number)
    all.synonyms.emplace_back(database.synonyms_begin(term(number)), database.synonyms_end(term(number)));
  return all;
}

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
  for (const auto& [document, length] : all.postings.back()) all.data[document] = snapshot.data(document);
  for (int key = 0; key < 20; ++key) all.metadata.push_back(snapshot.metadata(fmt::format("key{}", key)));
  for (TermList terms("t", snapshot); !terms.is_at_end(); terms.next())
    all.terms[terms.term()] = {terms.frequency(), static_cast<Xapian::termcount>(terms.occurrences())};
  for (std::size_t number = 0; number < kTerms; ++number)
    all.synonyms.push_back(snapshot.synonyms(term(number)));
  return all;
}

/// A database that has been changed some times.
struct Changed {
  explicit Changed(Random& random, std::size_t changes) {
    for (int commit = 0; commit < 4; ++commit) {
      change(database, random, changes);
      database.commit();
    }
  }

  [[nodiscard]] Snapshot snapshot() const { return {Xapian::Database(path), path}; }

  TemporaryFolder folder;
  std::string path = folder / "database";
  Xapian::WritableDatabase database{path, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC,
                                    2048};
};

/// Lets a failure say what Xapian's exceptions say.
REGISTER_EXCEPTION_TRANSLATOR(const Xapian::Error& error) { return error.get_description().c_str(); }

/// From random documents on, which ascend.
template <typename Each>
void for_random_documents(Random& random, Xapian::docid last, Each each) {
  const std::size_t stride = 1 + below(random, 3) * below(random, 400);
  for (std::size_t at = 1 + below(random, stride + 1); at <= last + 2; at += 1 + below(random, stride))
    each(static_cast<Xapian::docid>(at));
}

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
      CHECK(snapshot.data(snapshot.get_lastdocid() + 1).empty());
    }
  }

  TEST_CASE("a list finds the next document from any on") {
    Random random(test_seed());
    const Changed changed(random, 900);
    const Snapshot snapshot = changed.snapshot();
    const Contents all = read_by_xapian(changed.database);
    for (int round = 0; round < 30; ++round) {
      for (std::size_t number = 0; number <= kTerms; ++number) {
        const Postings& postings = all.postings[number];
        PostingList list(name_of(number), snapshot);
        for_random_documents(random, snapshot.get_lastdocid(), [&](Xapian::docid document) {
          const auto expected = postings.lower_bound(document);
          REQUIRE(list.seek(document) == (expected == postings.end() ? PostingList::kEnd : expected->first));
          if (expected != postings.end()) REQUIRE(list.occurrences() == expected->second);
        });
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
