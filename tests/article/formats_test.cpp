// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/formats.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/article/compression.h"
#include "tests/article/summary.h"
#include "tests/article/warc/archive_text.h"
#include "tests/support/temporary_folder.h"

namespace {

using newsline::Reader;
using newsline::Rejection;
using newsline::test::compressed;
using newsline::test::Compression;
namespace test = newsline::test;

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

/// The title of the first article in a file of this name and content; `as` is the format that is asked for.
std::string title_in(const std::string& name, std::string_view content, const std::string& as = {}) {
  const newsline::TemporaryFolder folder;
  newsline::write_file(folder / name, content);
  const auto opened = newsline::open_reader({folder / name, "agency", as});
  if (const auto* const rejection = std::get_if<Rejection>(&opened)) return "refused: " + rejection->reason;
  const auto reading = std::get<std::unique_ptr<Reader>>(opened)->next();
  if (!reading) return "nothing";
  const auto* const read = std::get_if<newsline::ReadArticle>(&*reading);
  return read != nullptr ? read->article.title : "rejected: " + std::get<Rejection>(*reading).reason;
}

constexpr const char* kRecord = "{\"title\":\"a\",\"body\":\"b\"}\n";
constexpr const char* kPage = "Bridge opens\n\nThe mayor came.\n";

TEST_SUITE("unit") {
  TEST_CASE("a file is read by its content first and by its name second") {
    for (const std::string name : {"a.jsonl", "a.txt", "a"}) {
      INFO(name);
      CHECK(first_reading(name, kRecord) == "T<a> B<b>");
      CHECK(first_reading(name, fmt::format("\uFEFF\n\n {}", kRecord)) == "T<a> B<b>");
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

  TEST_CASE("every format has a sample that is told by itself and read so under any name when asked") {
    const std::vector<std::pair<std::string, std::string>> samples{
        {"agency",
         "<newsItem guid=\"urn:1\"><contentMeta><headline>Bridge opens</headline></contentMeta></newsItem>"},
        {"ninjs", R"({"uri":"urn:1","pubstatus":"usable","headline":"Bridge opens"})"},
        {"feed", "<rss version='2.0'><channel><item><title>Bridge opens</title></item></channel></rss>"},
        {"jsonfeed",
         R"({"version":"https://jsonfeed.org/version/1","items":[{"id":"1","title":"Bridge opens"}]})"},
        {"html", "<!doctype html><title>Bridge opens</title><p>The mayor came.</p>"},
        {"warc",
         test::warc_record("response", "https://example.org/1", test::answer(test::page("Bridge opens")))},
        {"jsonl", R"({"title":"Bridge opens","body":"b"})"},
        {"csv", "title,body,date\nBridge opens,b,2024-03-12\n"},
        {"markdown", "---\ntitle: Bridge opens\n---\nThe mayor came.\n"},
        {"page", kPage}};
    std::vector<std::string> names;
    for (const auto& each : samples) {
      const std::string& name = each.first;
      const std::string& sample = each.second;
      CAPTURE(name);
      names.push_back(name);
      const std::string file = name == "csv" ? "a.csv" : name == "markdown" ? "a.md" : "a";
      CHECK(title_in(file, sample) == "Bridge opens");
      for (const char* other : {"a.txt", "a.xml", "a.json", "a.md", "a.html"})
        CHECK(title_in(other, sample, name) == "Bridge opens");
    }
    std::vector<std::string> known;
    for (const newsline::FormatInfo& format : newsline::article_formats()) known.emplace_back(format.name);
    CHECK(known == names);
  }

  TEST_CASE("a file that is not in the format that is asked for is never passed over in silence") {
    for (const newsline::FormatInfo& format : newsline::article_formats()) {
      CAPTURE(format.name);
      const newsline::TemporaryFolder folder;
      newsline::write_file(folder / "a", kPage);
      const auto opened = newsline::open_reader({folder / "a", "agency", std::string(format.name)});
      if (const auto* const reader = std::get_if<std::unique_ptr<Reader>>(&opened))
        CHECK((*reader)->next().has_value());
    }
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
    CHECK(first_reading("a.txt", "PK\x03\x04 and more").starts_with("refused: cannot read: "));
    CHECK(first_reading("a.txt", std::string("\x7F"
                                             "ELF\x02\x01\x01\0\0\0\0\0\0\0\x90\x81",
                                             16))
              .starts_with("refused: not a text: binary data"));
  }

  TEST_CASE("a page of some bad bytes is no binary file") {
    CHECK(first_reading("a.txt",
                        "Bridge opens\n\nThe m\xFF"
                        "ayor came.\n") == "T<Bridge opens> B<The mÿayor came.>");
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
