// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/scan/scan.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <random>
#include <utility>

#include "common/index/document/values.h"
#include "common/index/schema.h"
#include "common/search/scan/sorted.h"
#include "tests/index/glass/filled_archive.h"
#include "tests/index/seed.h"

namespace newsline {
namespace {

using Random = std::mt19937_64;
using Documents = std::vector<Xapian::docid>;

std::size_t below(Random& random, std::size_t bound) { return random() % bound; }

constexpr std::size_t kWords = 14;

/// The frequent ones first.
std::string word(std::size_t number) { return fmt::format("w{:02}", number); }

/// Of some length; every word is half as frequent as the one before, some documents are missing, and half
/// have a value.
FilledArchive random_archive(Random& random, std::size_t documents) {
  return FilledArchive([&](Xapian::WritableDatabase& database) {
    for (std::size_t number = 0; number < documents; ++number) {
      Xapian::Document document;
      for (std::size_t length = 1 + below(random, 40); length > 0; --length) {
        std::size_t which = 0;
        while (which + 1 < kWords && below(random, 2) == 0) ++which;
        document.add_term(word(which));
      }
      if (below(random, 2) == 0) document.add_value(schema::slot::kReads, number_value(below(random, 1000)));
      document.add_value(schema::slot::kNewest,
                         fmt::format("{:03}", below(random, 500)) + std::to_string(number));
      database.add_document(document);
    }
    for (Xapian::docid document = 1; document <= documents; ++document)
      if (below(random, 10) == 0) database.delete_document(document);
  });
}

Plan random_leaf(Random& random) {
  switch (below(random, 8)) {
    case 0: {
      std::vector<std::string> terms;
      for (std::size_t count = 1 + below(random, kWords); count > 0; --count)
        terms.push_back(word(kWords - count));
      return synonym(std::move(terms));
    }
    case 1:
      return value_range(schema::slot::kReads, number_value(below(random, 500)),
                         below(random, 2) == 0 ? number_value(below(random, 1000)) : "");
    case 2:
      return everything();
    case 3:
      return term("absent");
    default:
      return term(word(below(random, kWords)));
  }
}

Plan random_plan(Random& random, int depth) {
  if (depth == 0 || below(random, 4) == 0) return random_leaf(random);
  std::vector<Plan> parts;
  for (std::size_t count = 1 + below(random, 3); count > 0; --count)
    parts.push_back(random_plan(random, depth - 1));
  switch (below(random, 6)) {
    case 0:
      return any_of(std::move(parts));
    case 1:
      return filtered(random_plan(random, depth - 1), std::move(parts.front()));
    case 2:
      return but_not(random_plan(random, depth - 1), std::move(parts.front()));
    case 3:
      return favoured(random_plan(random, depth - 1), std::move(parts));
    case 4:
      return scaled(std::move(parts.front()), static_cast<double>(below(random, 4)) / 2);
    default:
      return all_of(std::move(parts));
  }
}

bool has_synonym(const Plan& plan) {
  return plan.kind == Plan::Kind::synonym || std::ranges::any_of(plan.parts, has_synonym);
}

/// The same for Xapian's matcher. What does not weigh is asked for without what only adds weight: an
/// AND_MAYBE in an AND in an AND_NOT makes it miss documents that are to be excluded (seen in 1.4.22).
Xapian::Query query_of(const Plan& plan, bool weighs = true) {
  using Query = Xapian::Query;
  std::vector<Query> parts;
  const bool one_weighs = plan.kind == Plan::Kind::filtered || plan.kind == Plan::Kind::but_not;
  for (const Plan& part : plan.parts)
    parts.push_back(query_of(part, weighs && !(one_weighs && !parts.empty())));
  const auto made = [&]() -> Query {
    switch (plan.kind) {
      case Plan::Kind::any_of:
        return {Query::OP_OR, parts.begin(), parts.end()};
      case Plan::Kind::all_of:
        return {Query::OP_AND, parts.begin(), parts.end()};
      case Plan::Kind::filtered:
        return {Query::OP_FILTER, parts[0], parts[1]};
      case Plan::Kind::but_not:
        return {Query::OP_AND_NOT, parts[0], parts[1]};
      case Plan::Kind::favoured:
        if (!weighs) return parts[0];
        return {Query::OP_AND_MAYBE, parts[0], Query(Query::OP_OR, parts.begin() + 1, parts.end())};
      case Plan::Kind::everything:
        return Query(std::string());
      case Plan::Kind::synonym:
        return {Query::OP_SYNONYM, plan.terms.begin(), plan.terms.end()};
      case Plan::Kind::range:
        if (plan.last.empty()) return {Query::OP_VALUE_GE, plan.slot, plan.first};
        return {Query::OP_VALUE_RANGE, plan.slot, plan.first, plan.last};
      case Plan::Kind::term:
      case Plan::Kind::flat:
        return Query(plan.terms.front());
    }
    return {};
  };
  return plan.factor == 1 ? made() : Query(Query::OP_SCALE_WEIGHT, made(), plan.factor);
}

std::map<Xapian::docid, double> found_by_xapian(const Plan& plan, const Xapian::Database& database) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query_of(plan));
  enquire.set_weighting_scheme(Xapian::BM25Weight(1.2, 0, 1, 0.75, 0.5));
  const Xapian::MSet hits = enquire.get_mset(0, database.get_doccount(), database.get_doccount());
  std::map<Xapian::docid, double> weights;
  for (auto hit = hits.begin(); hit != hits.end(); ++hit) weights[*hit] = hit.get_weight();
  return weights;
}

Documents documents_of(const std::vector<Ranked>& matches) {
  Documents documents;
  for (const Ranked& match : matches) documents.push_back(match.document);
  return documents;
}

/// Those that weigh as much as the one in place `count`, or more.
Documents heaviest_of(const std::vector<Ranked>& matches, std::size_t count) {
  if (count == 0) return {};
  std::vector<double> weights;
  for (const Ranked& match : matches) weights.push_back(match.weight);
  std::ranges::sort(weights, std::greater<>());
  const double least = weights.size() < count ? -1 : weights[count - 1];
  Documents documents;
  for (const Ranked& match : matches)
    if (match.weight >= least) documents.push_back(match.document);
  return documents;
}

TEST_SUITE("property") {
  TEST_CASE("a plan finds what the matcher of xapian finds and weighs it so") {
    Random random(test_seed());
    for (int round = 0; round < 6; ++round) {
      const auto database = random_archive(random, 50 + 200 * below(random, 3));
      for (int question = 0; question < 150; ++question) {
        const Plan plan = random_plan(random, 3);
        CAPTURE(describe(plan));
        const auto expected = found_by_xapian(plan, database);
        // Xapian rounds the frequency of a synonym at each of its words, which tells in an archive so small.
        const double tolerance = has_synonym(plan) ? 0.2 : 1e-9;
        const std::vector<Ranked> found = weighed_matches(plan, database);
        REQUIRE(found.size() == expected.size());
        for (const Ranked& match : found) {
          REQUIRE(expected.contains(match.document));
          CHECK(match.weight == doctest::Approx(expected.at(match.document)).epsilon(tolerance));
        }
        CHECK(matching_documents(plan, database) == documents_of(found));
        CHECK(count_matches(plan, database) == found.size());
      }
    }
  }

  TEST_CASE("the heaviest are those of all that weigh most") {
    Random random(test_seed());
    const auto database = random_archive(random, 900);
    for (int question = 0; question < 300; ++question) {
      const Plan plan = random_plan(random, 3);
      CAPTURE(describe(plan));
      const std::vector<Ranked> all = weighed_matches(plan, database);
      for (const std::size_t count : {0, 1, 10, 200, 2000}) {
        Documents documents;
        const Heaviest heaviest = heaviest_matches(plan, count, database, {&documents});
        CHECK(documents_of(heaviest.matches) == heaviest_of(all, count));
        CHECK(heaviest.apart.empty());
        CHECK(heaviest.total == all.size());
        CHECK(documents == documents_of(all));
      }
    }
  }

  TEST_CASE("documents with a value are kept apart and the heaviest are those of the others") {
    Random random(test_seed());
    const auto database = random_archive(random, 400);
    for (int question = 0; question < 100; ++question) {
      const Plan plan = random_plan(random, 3);
      CAPTURE(describe(plan));
      std::vector<Ranked> with;
      std::vector<Ranked> without;
      for (const Ranked& match : weighed_matches(plan, database)) {
        const bool has_one = !database.get_document(match.document).get_value(schema::slot::kReads).empty();
        (has_one ? with : without).push_back(match);
      }
      const Heaviest heaviest = heaviest_matches(plan, 10, database, {nullptr, schema::slot::kReads});
      CHECK(documents_of(heaviest.matches) == heaviest_of(without, 10));
      CHECK(documents_of(heaviest.apart) == documents_of(with));
      CHECK(heaviest.total == with.size() + without.size());
    }
  }

  TEST_CASE("a document weighs alone what it weighs among others") {
    Random random(test_seed());
    const auto database = random_archive(random, 300);
    for (int question = 0; question < 100; ++question) {
      const Plan plan = random_plan(random, 3);
      CAPTURE(describe(plan));
      std::map<Xapian::docid, double> all;
      for (const Ranked& match : weighed_matches(plan, database)) all[match.document] = match.weight;
      for (auto document = database.postlist_begin(""); document != database.postlist_end(""); ++document) {
        const auto weight = weight_of(plan, *document, database);
        REQUIRE(weight.has_value() == all.contains(*document));
        if (weight) CHECK(*weight == all.at(*document));
      }
    }
  }

  TEST_CASE("a section of an order is that part of all that match and are not dropped") {
    Random random(test_seed());
    const auto database = random_archive(random, 700);
    const auto key = [&](Xapian::docid document) {
      return database.get_document(document).get_value(schema::slot::kNewest);
    };
    for (int question = 0; question < 100; ++question) {
      const Plan plan = random_plan(random, 2);
      CAPTURE(describe(plan));
      const Documents all = matching_documents(plan, database);
      Documents dropped;
      for (const Xapian::docid document : all)
        if (below(random, 5) == 0) dropped.push_back(document);
      Section section{SortOrder::newest, below(random, 2) == 0 ? "25" : "", &dropped, below(random, 30),
                      below(random, 30)};
      Documents expected;
      for (const Xapian::docid document : all)
        if (!std::ranges::binary_search(dropped, document) && key(document) > section.behind)
          expected.push_back(document);
      std::ranges::sort(expected, {}, key);
      expected.erase(expected.begin(), expected.begin() + static_cast<std::ptrdiff_t>(
                                                              std::min(section.offset, expected.size())));
      expected.resize(std::min(section.limit, expected.size()));
      Documents documents;
      const Sorted sorted = sorted_matches(plan, section, database, &documents);
      CHECK(documents_of(sorted.page) == expected);
      CHECK(sorted.last_key == (expected.empty() ? "" : key(expected.back())));
      CHECK(sorted.total == all.size());
      CHECK(documents == all);
    }
  }
}

TEST_SUITE("unit") {
  TEST_CASE("nothing is found in an archive without articles") {
    const FilledArchive database([](Xapian::WritableDatabase&) {});
    CHECK(heaviest_matches(any_of({term("a"), everything()}), 10, database).matches.empty());
    CHECK(matching_documents(but_not(everything(), any_of({})), database).empty());
  }

  TEST_CASE("a flat term weighs what it is given however rare it is") {
    Random random(1);
    const auto database = random_archive(random, 60);
    const auto frequent = weighed_matches(flat(word(0), 2.5), database);
    REQUIRE_FALSE(frequent.empty());
    for (const Ranked& match : frequent) CHECK(match.weight == 2.5);
  }
}

}  // namespace
}  // namespace newsline
