// SPDX-License-Identifier: GPL-3.0-or-later
// Real news as records and as pages: both readers must give the same articles. Skipped where the data is
// absent.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "common/article/article_json.h"
#include "common/article/formats.h"
#include "common/article/page/reader.h"
#include "tests/article/page_text.h"
#include "tests/article/summary.h"

namespace {

using newsline::Article;

const std::string kNews = std::string(NEWSLINE_DATA_DIR "/news/");

bool is_absent(const std::string& name) { return !std::filesystem::exists(kNews + name); }

/// The article with what its page needs, and without what a page cannot say.
Article for_page(const Article& record, std::uint64_t number) {
  Article article;
  article.title = record.title.empty() ? "Untitled" : record.title;
  article.published.emplace();
  if (record.published) article.published->day = record.published->day;
  article.reads = number * 7919 % 5000;
  article.tags = record.tags;
  article.body = record.body;
  return article;
}

void check_page(const Article& record, std::uint64_t number) {
  Article expected = for_page(record, number);
  const Article read = newsline::test::article_of(
      newsline::read_page(newsline::test::page_text(expected), newsline::test::context()));
  expected.body = newsline::test::body_on_page(expected.body);
  expected.id = expected.path = newsline::test::context().path;
  expected.source = newsline::test::context().source_name;
  if (read != expected)
    FAIL_CHECK(record.id << "\n" << to_json(expected) << "\n as a page is\n" << to_json(read));
}

/// How many records there were.
std::uint64_t check_pages_of(const std::string& name) {
  auto opened = newsline::open_reader({kNews + name, "agency"});
  REQUIRE(std::holds_alternative<std::unique_ptr<newsline::Reader>>(opened));
  newsline::Reader& reader = *std::get<std::unique_ptr<newsline::Reader>>(opened);
  std::uint64_t number = 0;
  while (const auto reading = reader.next()) check_page(newsline::test::article_of(*reading), number++);
  return number;
}

TEST_SUITE("data") {
  TEST_CASE("newswire is the same as records and as pages" *
            doctest::skip(is_absent("reuters21578.jsonl.gz"))) {
    CHECK(check_pages_of("reuters21578.jsonl.gz") == 21578);
  }

  TEST_CASE("news in eight languages is the same as records and as pages" *
            doctest::skip(is_absent("ntrex-8.jsonl.gz"))) {
    CHECK(check_pages_of("ntrex-8.jsonl.gz") == 984);
  }
}

}  // namespace
