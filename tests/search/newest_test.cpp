// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/answer/newest.h"

#include <doctest/doctest.h>

#include <random>

#include "common/index/document/terms.h"
#include "common/index/document/values.h"
#include "common/index/schema.h"
#include "tests/index/glass/filled_archive.h"

namespace newsline {
namespace {

using Random = std::mt19937;

std::uint32_t below(Random& random, std::uint32_t limit) {
  return std::uniform_int_distribution<std::uint32_t>(0, limit - 1)(random);
}

/// Half of all days are one of three, some dates are missing, and zones reach as far as they may.
std::optional<Published> random_date(Random& random) {
  if (below(random, 20) == 0) return std::nullopt;
  using namespace std::chrono;
  Published published;
  published.day = sys_days(2023y / 12 / 30) + days(below(random, 2) ? below(random, 3) : below(random, 400));
  if (below(random, 4) != 0) published.time = seconds(below(random, 86400));
  if (published.time && below(random, 2))
    published.zone = minutes(static_cast<int>(below(random, 2878)) - 1439);
  return published;
}

Xapian::Document dated(const std::optional<Published>& published, std::uint32_t number) {
  Xapian::Document document;
  document.add_value(schema::slot::kNewest, newest_key(published, std::to_string(number)));
  if (published) {
    const std::chrono::year_month_day date(published->day);
    document.add_boolean_term(day_term(published->day));
    document.add_boolean_term(month_term(date.year() / date.month()));
    document.add_boolean_term(year_term(date.year()));
  }
  return document;
}

/// The term `half` stands in every other document, `old` in those of the first month, `all` in each.
FilledArchive random_archive(Random& random, std::uint32_t documents) {
  return FilledArchive([&](Xapian::WritableDatabase& database) {
    for (std::uint32_t number = 0; number < documents; ++number) {
      const auto published = random_date(random);
      Xapian::Document document = dated(published, number);
      document.add_term("all");
      if (below(random, 2) == 0) document.add_term("half");
      if (published && published->day < std::chrono::sys_days(std::chrono::year(2024) / 2 / 1))
        document.add_term("old");
      database.add_document(document);
    }
  });
}

std::vector<Xapian::docid> documents_of(const std::vector<Ranked>& hits) {
  std::vector<Xapian::docid> documents;
  for (const Ranked& hit : hits) documents.push_back(hit.document);
  return documents;
}

Plan plan_of(const std::string& name) { return name.empty() ? everything() : term(name); }

/// As Xapian sorts them.
std::vector<Xapian::docid> sorted(const std::string& name, const Xapian::Database& database) {
  Xapian::Enquire enquire(database);
  enquire.set_query(Xapian::Query(name));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_sort_by_value(schema::slot::kNewest, false);
  const Xapian::MSet hits = enquire.get_mset(0, database.get_doccount(), database.get_doccount());
  std::vector<Xapian::docid> documents;
  for (auto hit = hits.begin(); hit != hits.end(); ++hit) documents.push_back(*hit);
  return documents;
}

std::vector<Xapian::docid> part(const std::vector<Xapian::docid>& all, std::size_t offset,
                                std::size_t limit) {
  const std::size_t begin = std::min(offset, all.size());
  const std::size_t end = std::min(begin + limit, all.size());
  return {all.begin() + static_cast<std::ptrdiff_t>(begin), all.begin() + static_cast<std::ptrdiff_t>(end)};
}

TEST_SUITE("property") {
  TEST_CASE("any page of the newest is that part of all matches sorted by date") {
    Random random(20240312);
    const auto database = random_archive(random, 9000);
    for (const char* name : {"", "all", "half", "old", "absent"}) {
      const Plan plan = plan_of(name);
      const auto all = sorted(name, database);
      const auto total = static_cast<Xapian::doccount>(all.size());
      for (const std::size_t offset : {0U, 1U, 10U, 100U, 990U, 2500U, 4400U, 8990U}) {
        for (const std::size_t limit : {0U, 1U, 10U, 100U}) {
          INFO("term \"", name, "\", from ", offset, ", of ", limit);
          const Section section{SortOrder::newest, "", nullptr, offset, limit};
          CHECK(documents_of(newest_first(plan, section, total, database)) == part(all, offset, limit));
        }
      }
    }
  }
}

TEST_SUITE("property") {
  TEST_CASE("what comes behind any of the newest is that part of all matches sorted by date") {
    Random random(20240313);
    const auto database = random_archive(random, 9000);
    for (const char* name : {"", "half", "old"}) {
      const Plan plan = plan_of(name);
      const auto all = sorted(name, database);
      const auto total = static_cast<Xapian::doccount>(all.size());
      for (const std::size_t place : {std::size_t{1}, std::size_t{700}, all.size() / 2, all.size() - 1}) {
        const std::string key = database.get_document(all[place - 1]).get_value(schema::slot::kNewest);
        for (const std::size_t limit : {1U, 10U, 100U}) {
          INFO("term \"", name, "\", behind ", place, ", of ", limit);
          const Section section{SortOrder::newest, key, nullptr, 3, limit};
          CHECK(documents_of(newest_first(plan, section, total, database)) == part(all, place + 3, limit));
        }
      }
    }
  }
}

}  // namespace
}  // namespace newsline
