// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/formats.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/article/compression.h"
#include "tests/article/summary.h"
#include "tests/support/temporary_folder.h"

namespace {

using newsline::Reader;
using newsline::Rejection;
using newsline::test::compressed;
using newsline::test::Compression;

/// What the first reading of a file of this name and content says.
std::string first_reading(const std::string& name, std::string_view content) {
  const newsline::TemporaryFolder folder;
  newsline::write_file(folder / name, content);
  const auto opened = newsline::open_reader({folder / name, "agency"});
  if (const auto* const rejection = std::get_if<Rejection>(&opened)) {
    CHECK(rejection->path == folder / name);
    return "refused: " + rejection->reason;
  }
  const auto reading = std::get<std::unique_ptr<Reader>>(opened)->next();
  return reading ? newsline::test::summary(*reading) : "nothing";
}

constexpr const char* kRecord = "{\"title\":\"a\",\"body\":\"b\"}\n";
constexpr const char* kPage = "Bridge opens\n\nThe mayor came.\n";

TEST_SUITE("unit") {
  TEST_CASE("a file is read by its content first and by its name second") {
    for (const std::string name : {"a.jsonl", "a.txt", "a"}) {
      INFO(name);
      CHECK(first_reading(name, kRecord) == "T<a> B<b>");
      CHECK(first_reading(name, std::string("\uFEFF\n\n ") + kRecord) == "T<a> B<b>");
    }
    for (const std::string name : {"a.txt", "a", "a.page"}) {
      INFO(name);
      CHECK(first_reading(name, kPage) == "T<Bridge opens> B<The mayor came.>");
      CHECK(first_reading(name, "{so} it begins\n\nThe mayor came.") ==
            "T<{so} it begins> B<The mayor came.>");
    }
    CHECK(first_reading("a.jsonl", kPage).starts_with("rejected: "));
    CHECK(first_reading("a.ndjson.gz", compressed(kPage, Compression::gz)).starts_with("rejected: "));
  }

  TEST_CASE("a compressed file is read as what it holds") {
    for (const Compression kind : {Compression::gz, Compression::zst, Compression::xz, Compression::bz2}) {
      CHECK(first_reading("a", compressed(kRecord, kind)) == "T<a> B<b>");
      CHECK(first_reading("a", compressed(kPage, kind)) == "T<Bridge opens> B<The mayor came.>");
    }
  }

  TEST_CASE("JSON that is not one object a line is refused with what it is") {
    CHECK(first_reading("a.json", "[{\"title\":\"a\"}]") ==
          "refused: a JSON array; one object a line is expected");
    CHECK(first_reading("a.txt", "\n[ {\"title\":\"a\"}]") ==
          "refused: a JSON array; one object a line is expected");
    CHECK(first_reading("a.json", "{\n  \"title\": \"a\"\n}\n") ==
          "refused: a JSON object over several lines; one object a line is expected");
  }

  TEST_CASE("files that are no news are refused with the reason") {
    CHECK(first_reading("a.txt", "") == "refused: empty file");
    CHECK(first_reading("a.txt.gz", compressed("", Compression::gz)) == "refused: empty file");
    CHECK(first_reading("a.txt", "%PDF-1.7\n") == "refused: not a text of news: PDF");
    CHECK(first_reading("a.txt", "PK\x03\x04 and more") ==
          "refused: not a text of news: a ZIP archive or an office document");
    CHECK(first_reading("a.txt", std::string("\x7F"
                                             "ELF\x02\x01\x01\0\0\0\0\0\0\0\x90\x81",
                                             16))
              .starts_with("refused: not a text in UTF-8"));
    CHECK(first_reading("a.txt", std::string("\xFF\xFEH\0i\0", 6)) ==
          "refused: not a text of news: UTF-16; text in UTF-8 is expected");
    CHECK(first_reading("a.txt", "\xCC\xEE\xF1\xF2 \xEE\xF2\xEA\xF0\xFB\xF2")
              .starts_with("refused: not a text in UTF-8"));
  }

  TEST_CASE("a page of some bad bytes is no binary file") {
    CHECK(first_reading("a.txt",
                        "Bridge opens\n\nThe m\xFF"
                        "ayor came.\n") == "T<Bridge opens> B<The m\uFFFDayor came.>");
  }

  TEST_CASE("a page over the limit is refused") {
    CHECK(first_reading("a.txt", std::string(newsline::kMaxPageBytes + 1, 'x')) ==
          "rejected: the page is larger than 32 MiB");
  }

  TEST_CASE("what cannot be opened is a rejection and no exception") {
    const newsline::TemporaryFolder folder;
    CHECK(std::holds_alternative<Rejection>(newsline::open_reader({folder / "absent", "agency"})));
    CHECK(std::holds_alternative<Rejection>(newsline::open_reader({folder.path(), "agency"})));
  }

  TEST_CASE("the path of a file is the id of its page and the source is the one that is told") {
    const newsline::TemporaryFolder folder;
    newsline::write_file(folder / "a\n.txt", kPage);
    const auto opened = newsline::open_reader({folder / "a\n.txt", "agency"});
    const auto article = newsline::test::article_of(std::get<0>(opened)->next().value());
    CHECK(article.path == folder / "a%0A.txt");
    CHECK(article.id == article.path);
    CHECK(article.source == "agency");
  }
}

}  // namespace
