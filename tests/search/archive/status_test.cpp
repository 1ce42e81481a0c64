// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <filesystem>

#include "common/index/schema.h"
#include "common/text/tokenizer.h"
#include "common/text/versions.h"
#include "tests/search/archive/sample_index.h"

namespace newsline {
namespace {

using test::article;
using test::described;
using test::SampleIndex;

Article published(Article given, const char* day) {
  given.published = parse_iso8601(day);
  return given;
}

std::uint64_t bytes_in(const std::string& folder) {
  std::uint64_t bytes = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) bytes += entry.file_size();
  return bytes;
}

TEST_SUITE("unit") {
  TEST_CASE("the status tells what is in an index") {
    Article one = published(article("1", "Two words", "and three more"), "2024-03-12");
    one.tags = {"CSTO", "Armenia"};
    one.language = "hy";
    one.source = "Agency";
    Article two = published(article("2", "Two words"), "2023-12-31T23:30:00+04:00");
    two.tags = {"csto"};
    two.language = "hy";
    Article three = article("3", "One");
    three.language = "en";
    three.source = "AGENCY";
    SampleIndex index;
    index.update({one, two}, "one.jsonl");
    index.update({three}, "two.jsonl");
    const ArchiveStatus status = index.archive().status();
    CHECK(status.index == index.path());
    CHECK(status.articles == 3);
    CHECK(status.undated == 1);
    CHECK(status.words == 3 * (2 + 2 + 1) + 3);
    CHECK(status.first_day == "2023-12-31");
    CHECK(status.last_day == "2024-03-12");
    CHECK(status.tags == 2);
    CHECK(described(status.languages) == "hy=2 en=1");
    CHECK(described(status.publishers) == "AGENCY=2");
    CHECK(status.sources == std::vector<std::string>{index.source()});
    CHECK(status.files == 2);
    CHECK(status.size_bytes == bytes_in(index.path() + "/" + status.generation));
    CHECK(status.schema == schema::kVersion);
    CHECK(status.tokenizer == kTokenizerVersion);
    CHECK(status.icu == icu_version());
    CHECK(status.unicode == unicode_version());
    CHECK(status.last_run.starts_with("{"));
  }

  TEST_CASE("what is gone from an index is gone from its status") {
    SampleIndex index({published(article("1", "One"), "2020-01-01"),
                       published(article("2", "Two"), "2021-01-01"), article("3", "Three")});
    index.update({published(article("2", "Two"), "2021-01-01")});
    const ArchiveStatus status = index.archive().status();
    CHECK(status.articles == 1);
    CHECK(status.undated == 0);
    CHECK(status.words == 3);
    CHECK(status.first_day == "2021-01-01");
    CHECK(status.last_day == "2021-01-01");
  }

  TEST_CASE("at most ten publishers are told") {
    std::vector<Article> articles;
    for (int number = 0; number < 15; ++number) {
      articles.push_back(article(std::to_string(number), "Title"));
      articles.back().source = "publisher " + std::to_string(number);
    }
    CHECK(SampleIndex(articles).archive().status().publishers.size() == 10);
  }
}

}  // namespace
}  // namespace newsline
