// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fmt/format.h>
#include <xapian.h>

#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "common/index/glass/snapshot.h"
#include "tests/support/temporary_folder.h"

/// A database of random contents that changes, and what Xapian says of it.
namespace newsline {

using Random = std::mt19937_64;

inline std::size_t below(Random& random, std::size_t bound) { return random() % bound; }

inline constexpr std::size_t kTerms = 12;
inline constexpr Xapian::valueno kSlots = 4;

/// The frequent ones first; a NUL makes the key of a term another than the term.
inline std::string term(std::size_t number) {
  return fmt::format("t{}", number) + (number % 3 == 0 ? std::string(1, '\0') + "x" : "");
}

/// Of random length, up to `most`; every other can be deflated.
inline std::string text(Random& random, std::size_t most) {
  std::string bytes(below(random, most), 'a');
  const std::size_t letters = below(random, 2) == 0 ? 4 : 256;
  for (char& byte : bytes) byte = static_cast<char>(below(random, letters));
  return bytes;
}

inline Xapian::Document random_document(Random& random) {
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
inline void change(Xapian::WritableDatabase& database, Random& random, std::size_t changes) {
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

inline std::string name_of(std::size_t number) { return number == kTerms ? std::string() : term(number); }

inline Contents read_by_xapian(const Xapian::Database& database) {
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

/// From random documents on, which ascend.
template <typename Each>
void for_random_documents(Random& random, Xapian::docid last, Each each) {
  const std::size_t stride = 1 + below(random, 3) * below(random, 400);
  for (std::size_t at = 1 + below(random, stride + 1); at <= last + 2; at += 1 + below(random, stride))
    each(static_cast<Xapian::docid>(at));
}

}  // namespace newsline
