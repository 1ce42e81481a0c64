// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/build/inverted_batch.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <xapian.h>

#include <algorithm>
#include <random>
#include <set>
#include <sstream>

#include "common/index/document/document.h"
#include "tests/support/temporary_folder.h"

namespace newsline {
namespace {

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t limit) {
  return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
}

/// Short terms that many documents have, long ones, and bytes of every kind.
std::string random_term(Random& random) {
  static const std::string kBytes("ab\xd5\xa1\xff\x01:Kz");
  const std::size_t length = below(random, 40) == 0 ? 200 + below(random, 40) : 1 + below(random, 4);
  std::string term;
  while (term.size() < length) term += kBytes[below(random, kBytes.size())];
  return term;
}

/// Text that can be deflated, or that cannot, or that is packed as far as its first byte tells.
std::string random_data(Random& random) {
  if (below(random, 4) == 0) {
    // Around what one component, one buffer of Xapian's and one stored block hold.
    constexpr std::size_t kSizes[] = {1,    18,   19,    700,   2030,  4100, 8191,
                                      8192, 8193, 16384, 65535, 65536, 90000};
    const std::size_t bytes = kSizes[below(random, std::size(kSizes))];
    std::string packed(1, '\x01');
    while (packed.size() < bytes) packed += static_cast<char>(below(random, 256));
    return packed;
  }
  const std::size_t length = below(random, 30) == 0 ? 60'000 : 1 + below(random, 300);
  const std::size_t letters = below(random, 3) == 0 ? 256 : 3;
  std::string data;
  while (data.size() < length) data += static_cast<char>(below(random, letters));
  return data;
}

Postings random_postings(Random& random, std::size_t max_terms) {
  Postings postings;
  std::set<std::string> terms;
  for (std::size_t left = below(random, max_terms + 1); left > 0; --left) terms.insert(random_term(random));
  for (const std::string& term : terms) {
    const std::size_t weight = below(random, 4) + (below(random, 5) == 0 ? 200 : 0);
    postings.terms.push_back({term, static_cast<std::uint32_t>(weight)});
  }
  for (const std::uint32_t slot : {0U, 1U, 3U, 8U, 300U})
    if (below(random, 3) != 0)
      postings.values.emplace_back(slot, below(random, 2) ? random_term(random) : random_data(random));
  postings.data = random_data(random);
  return postings;
}

std::string claim_of(std::size_t document) { return fmt::format("XF:{}", document % 7); }

/// What Xapian makes of the same documents.
void add_by_xapian(const std::vector<Postings>& all, const std::string& folder) {
  Xapian::WritableDatabase database(folder, Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
  for (std::size_t document = 0; document < all.size(); ++document) {
    Xapian::Document made;
    made.set_data(all[document].data);
    for (const Posting& posting : all[document].terms) made.add_term(posting.term, posting.weight);
    made.add_boolean_term(claim_of(document));
    for (const auto& [slot, value] : all[document].values) made.add_value(slot, value);
    database.add_document(made);
  }
  database.commit();
}

void add_by_ourselves(const std::vector<Postings>& all, const std::string& folder) {
  InvertedBatch batch(folder);
  for (std::size_t document = 0; document < all.size(); ++document)
    batch.add(all[document], claim_of(document));
  batch.finish();
}

void append_terms(std::vector<std::string>& lines, const Xapian::Database& database) {
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    std::string line = fmt::format("term {} in {} of {}, {}:", *term, term.get_termfreq(),
                                   database.get_collection_freq(*term), database.get_wdf_upper_bound(*term));
    for (auto at = database.postlist_begin(*term); at != database.postlist_end(*term); ++at)
      line += fmt::format(" {}:{}", *at, at.get_wdf());
    lines.push_back(std::move(line));
  }
}

void append_documents(std::vector<std::string>& lines, const Xapian::Database& database) {
  for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
    const Xapian::Document document = database.get_document(*at);
    std::string line = fmt::format("document {} of {}:", *at, database.get_doclength(*at));
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term)
      line += fmt::format(" {}:{}", *term, term.get_wdf());
    for (auto value = document.values_begin(); value != document.values_end(); ++value)
      line += fmt::format(" {}={}", value.get_valueno(), *value);
    lines.push_back(line + " " + document.get_data());
  }
}

/// Everything that can be read of a database.
std::vector<std::string> lines_of(const std::string& folder) {
  const Xapian::Database database(folder, Xapian::DB_BACKEND_GLASS);
  std::vector<std::string> lines = {
      fmt::format("{} documents, the last {}, of {} to {} words, {} on average", database.get_doccount(),
                  database.get_lastdocid(), database.get_doclength_lower_bound(),
                  database.get_doclength_upper_bound(), database.get_avlength()),
      fmt::format("positions: {}", database.has_positions())};
  for (const Xapian::valueno slot : {0U, 1U, 2U, 3U, 8U, 14U, 300U}) {
    std::string line =
        fmt::format("slot {}: {}, {} to {}:", slot, database.get_value_freq(slot),
                    database.get_value_lower_bound(slot), database.get_value_upper_bound(slot));
    for (auto value = database.valuestream_begin(slot); value != database.valuestream_end(slot); ++value)
      line += fmt::format(" {}={}", value.get_docid(), *value);
    lines.push_back(std::move(line));
  }
  append_terms(lines, database);
  append_documents(lines, database);
  return lines;
}

/// The first line that differs, so that a failure can be read.
std::string first_difference(const std::vector<std::string>& ours, const std::vector<std::string>& theirs) {
  const auto [a, b] = std::mismatch(ours.begin(), ours.end(), theirs.begin(), theirs.end());
  const std::string mine = a == ours.end() ? "nothing" : a->substr(0, 300);
  const std::string its = b == theirs.end() ? "nothing" : b->substr(0, 300);
  return a == ours.end() && b == theirs.end() ? "" : fmt::format("{}\ninstead of {}", mine, its);
}

void check_same(const std::vector<Postings>& all) {
  const TemporaryFolder folder;
  const std::string ours = folder.path() + "/ours";
  const std::string theirs = folder.path() + "/theirs";
  add_by_ourselves(all, ours);
  add_by_xapian(all, theirs);
  CHECK(first_difference(lines_of(ours), lines_of(theirs)) == "");
  std::ostringstream found;
  CHECK_MESSAGE(Xapian::Database::check(ours, 0, &found) == 0, found.str());

  // Merged by Xapian as the builder does, twice over.
  const std::string merged = folder.path() + "/merged";
  const std::string twin = folder.path() + "/twin";
  for (const auto& [from, into] : {std::pair{ours, merged}, std::pair{theirs, twin}}) {
    Xapian::Database both;
    both.add_database(Xapian::Database(from));
    both.add_database(Xapian::Database(from));
    both.compact(into);
  }
  CHECK(first_difference(lines_of(merged), lines_of(twin)) == "");
  CHECK(Xapian::Database::check(merged, 0, &found) == 0);
}

TEST_SUITE("oracle") {
  TEST_CASE("a batch holds what Xapian would have stored of the same documents") {
    for (const unsigned seed : {1U, 2U, 3U, 4U, 5U, 6U}) {
      INFO("seed ", seed);
      Random random(seed);
      std::vector<Postings> all;
      const std::size_t documents = 1 + below(random, 300);
      while (all.size() < documents) all.push_back(random_postings(random, 60));
      check_same(all);
    }
  }

  TEST_CASE("a batch of more documents than two bytes count is as Xapian stores it") {
    Random random(7);
    std::vector<Postings> all(33'100);
    for (Postings& each : all) {
      each.terms = {{std::string(1, static_cast<char>('a' + below(random, 3))), 1}};
      each.values = {{0, std::string(1, static_cast<char>('a' + below(random, 3)))}};
      each.data = "short";
    }
    check_same(all);
  }

  TEST_CASE("documents without words or values are kept as Xapian keeps them") {
    std::vector<Postings> all(3);
    all[1].terms = {{"Kcsto", 0}};
    all[2].data = "{}";
    check_same(all);
  }

  TEST_CASE("one term in all documents with much to say about each is as Xapian stores it") {
    std::vector<Postings> all(500);
    for (std::size_t document = 0; document < all.size(); ++document) {
      all[document].terms = {{"said", static_cast<std::uint32_t>(1 + document * 10)}};
      all[document].values = {{14, std::string(1 + document * 30, static_cast<char>(document))}};
      all[document].data = std::to_string(document);
    }
    check_same(all);
  }
}

}  // namespace
}  // namespace newsline
