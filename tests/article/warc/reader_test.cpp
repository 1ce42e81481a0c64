// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/warc/reader.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "common/article/formats.h"
#include "tests/article/container/packing.h"
#include "tests/article/container/readings.h"
#include "tests/article/summary.h"
#include "tests/article/warc/archive_text.h"
#include "tests/support/temporary_folder.h"

namespace newsline {
namespace {

using test::answer;
using test::compressed;
using test::lines_read;
using test::page;
using test::warc_record;
using Lines = std::vector<std::string>;

std::string one(std::string_view uri, std::string_view title) {
  return warc_record("response", uri, answer(page(title)));
}

/// How many records were passed over.
std::uint64_t skipped_in(std::string_view archive) {
  const TemporaryFolder folder;
  write_file(folder / "a", archive);
  auto opened = open_reader({folder / "a", "crawl"});
  Reader& reader = *std::get<std::unique_ptr<Reader>>(opened);
  while (reader.next()) {
  }
  return reader.skipped();
}

Article article_in(std::string_view archive) {
  const TemporaryFolder folder;
  write_file(folder / "a", archive);
  const auto readings = test::readings_of({folder / "a", "crawl"});
  REQUIRE(readings.size() == 1);
  return test::article_of(readings.front());
}

const std::string kArcHead =
    "filedesc://a.arc 127.0.0.1 20240312093000 text/plain 67\n1 0 Crawl\n"
    "URL IP-address Archive-date Content-type Archive-length\n\n\n";

std::string arc_record(std::string_view uri, std::string_view block,
                       std::string_view date = "20240312093000") {
  return fmt::format("{} 192.0.2.1 {} text/html {}\n{}\n", uri, date, block.size(), block);
}

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("each page in a web archive is an article of its target") {
    const std::string archive = one("http://a.example/1", "One") + one("<http://a.example/2>", "Two") +
                                warc_record("resource", "http://a.example/3", page("Three"));
    const Lines expected{"http://a.example/1: One", "http://a.example/2: Two"};
    CHECK(lines_read("a.warc", one("http://a.example/1", "One") + one("<http://a.example/2>", "Two")) ==
          expected);
    CHECK(lines_read("a", compressed(one("http://a.example/1", "One"), "gz") +
                              compressed(one("http://a.example/2", "Two"), "gz")) == expected);
    CHECK(lines_read("a", compressed(archive, "zst")).size() == 2);
  }

  TEST_CASE("a resource is a page by its own type") {
    std::string record = warc_record("resource", "http://a.example/", page("One"));
    const std::string type = "application/http; msgtype=resource";
    record.replace(record.find(type), type.size(), "text/html");
    CHECK(lines_read("a", record) == Lines{"http://a.example/: One"});
  }

  TEST_CASE("records that are no pages are skipped and counted") {
    const std::string archive =
        warc_record("warcinfo", "", "software: x\r\n") +
        warc_record("request", "http://a.example/", "GET / HTTP/1.1\r\n\r\n") +
        warc_record("revisit", "http://a.example/", answer("")) +
        warc_record("metadata", "http://a.example/", "a: b") +
        warc_record("response", "http://a.example/i", answer("GIF89a", "Content-Type: image/gif\r\n")) +
        warc_record("response", "http://a.example/r",
                    "HTTP/1.1 301 Moved\r\nContent-Type: text/html\r\n\r\n" + page("Moved")) +
        one("http://a.example/1", "One");
    CHECK(lines_read("a", archive) == Lines{"http://a.example/1: One"});
    CHECK(skipped_in(archive) == 6);
  }

  TEST_CASE("of several captures the newest is the article whatever their order") {
    const auto at = [](std::string_view date, std::string_view title) {
      return warc_record("response", "http://a.example/", answer(page(title)), date);
    };
    const std::string first = at("2024-03-12T09:30:00Z", "First");
    const std::string second = at("2024-03-13T09:30:00Z", "Second");
    CHECK(lines_read("a", first + second).back() == "http://a.example/: Second");
    CHECK(lines_read("a", second + first) == Lines{"http://a.example/: Second"});
  }

  TEST_CASE("bodies are read as they were before they were sent") {
    const std::string body = page("Bridge");
    const std::string chunked = fmt::format("5\r\n{}\r\n{:x};a=b\r\n{}\r\n0\r\n\r\n", body.substr(0, 5),
                                            body.size() - 5, body.substr(5));
    const std::string head = "Content-Type: text/html\r\n";
    struct Case {
      std::string head;
      std::string body;
    };
    const std::string zip = compressed(body, "gz");
    const std::vector<Case> cases{
        {"Transfer-Encoding: chunked\r\n", chunked},
        {"Transfer-Encoding: chunked\r\n", body},
        {"Content-Encoding: gzip\r\n", zip},
        {"Content-Encoding: GZIP\r\nTransfer-Encoding: Chunked\r\n",
         fmt::format("{:x}\r\n{}\r\n0\r\n\r\n", zip.size(), zip)},
        {"Content-Encoding: gzip\r\n", body},
        {"Content-Encoding: identity\r\n", body},
        {"Content-Encoding: gzip, gzip\r\n", compressed(zip, "gz")},
    };
    for (const Case& each : cases) {
      CAPTURE(each.head);
      const Article article =
          article_in(warc_record("response", "http://a.example/", answer(each.body, head + each.head)));
      CHECK(article.title == "Bridge");
      CHECK(article.body == "The council has voted for the repair of the bridge.");
    }
  }

  TEST_CASE("a coding that is damaged or not known is a rejection and the rest is read") {
    const std::string zip = compressed(page("Bridge"), "gz");
    struct Case {
      std::string coding;
      std::string body;
    };
    for (const Case& each : std::vector<Case>{
             {"gzip", zip.substr(0, zip.size() / 2)}, {"br", "\xFF\xFF\xFF"}, {"compress", "\x1F\x9D"}}) {
      CAPTURE(each.coding);
      const std::string head = "Content-Type: text/html\r\nContent-Encoding: " + each.coding + "\r\n";
      const Lines lines =
          lines_read("a", warc_record("response", "http://a.example/", answer(each.body, head)) +
                              one("http://a.example/1", "One"));
      REQUIRE(lines.size() == 2);
      CHECK(lines[0].starts_with("a: the record at byte 0 cannot be read: its "));
      CHECK(lines[0].find(each.coding) != std::string::npos);
      CHECK(lines[1] == "http://a.example/1: One");
    }
  }

  TEST_CASE("the charset of the answer goes before that of the page") {
    const std::string body = "<meta charset=koi8-r><title>\xCC\xEE\xF1\xF2</title><p>x</p>";
    const std::string head = "Content-Type: text/html; charset=\"Windows-1251\"\r\n";
    CHECK(article_in(warc_record("response", "http://a.example/", answer(body, head))).title == "Мост");
  }

  TEST_CASE("a date behind the capture is no date of publication") {
    const auto dated = [](std::string_view date) {
      return article_in(warc_record(
          "response", "http://a.example/",
          answer(fmt::format("<meta property='article:published_time' content='{}'>{}", date, page("One")))));
    };
    CHECK(dated("2024-03-11T08:00:00Z").published.has_value());
    CHECK_FALSE(dated("2024-04-11T08:00:00Z").published.has_value());
  }

  TEST_CASE("a damaged record is told with its place and the rest is read") {
    const std::string before = one("http://a.example/1", "One");
    const std::string after = one("http://a.example/2", "Two");
    std::string no_length = before;
    no_length.replace(no_length.find("Content-Length"), 14, "Content-Breadth");
    std::string too_short = before;
    too_short.replace(too_short.find("Content-Length: 1"), 17, "Content-Length: 0");
    std::string too_long = before;
    too_long.replace(too_long.find("Content-Length: 1"), 17, "Content-Length: 2");
    struct Case {
      std::string damaged;
      std::string_view reason;
    };
    for (const Case& each :
         {Case{no_length, "it has no length"}, Case{too_short, "its length is wrong"},
          Case{too_long, "its length is wrong"}, Case{"nothing\nat all\n\n", "there is no record here"}}) {
      CAPTURE(each.damaged);
      const Lines lines = lines_read("a.warc", before + each.damaged + after);
      CHECK(lines ==
            Lines{"http://a.example/1: One",
                  fmt::format("a.warc: the record at byte {} cannot be read: {}", before.size(), each.reason),
                  "http://a.example/2: Two"});
    }
    const Lines cut = lines_read("a", before + after.substr(0, after.size() - 30));
    CHECK(cut.back() ==
          fmt::format("a: the record at byte {} cannot be read: the archive ends within it", before.size()));
  }

  TEST_CASE("behind damaged gz data the next record is read") {
    std::vector<std::string> members;
    for (int number = 1; number <= 4; ++number)
      members.push_back(compressed(one(fmt::format("http://a.example/{}", number), "Page"), "gz"));
    for (std::size_t at = 2; at < members[1].size(); ++at) {
      std::string damaged = members[1];
      damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
      CAPTURE(at);
      const Lines lines = lines_read("a.warc.gz", members[0] + damaged + members[2] + members[3]);
      REQUIRE(lines.size() >= 3);
      CHECK(lines[0] == "http://a.example/1: Page");
      CHECK(lines[lines.size() - 2] == "http://a.example/3: Page");
      CHECK(lines.back() == "http://a.example/4: Page");
    }
  }

  TEST_CASE("an ARC is read like a WARC") {
    const std::string archive = kArcHead + arc_record("http://a.example/1", answer(page("One"))) +
                                arc_record("http://a.example/two words", answer(page("Two")));
    const Lines expected{"http://a.example/1: One", "http://a.example/two words: Two"};
    CHECK(lines_read("a", archive) == expected);
    CHECK(lines_read("a", compressed(archive, "gz")) == expected);
    const Lines damaged =
        lines_read("a", kArcHead + "http://a.example/0 192.0.2.1 20240312093000 text/html -1\nx\n" +
                            arc_record("http://a.example/1", answer(page("One"))));
    CHECK(damaged ==
          Lines{fmt::format("a: the record at byte {} cannot be read: it has no length", kArcHead.size()),
                "http://a.example/1: One"});
  }

  TEST_CASE("a bomb in a record is given up soon") {
    const std::string head = "Content-Type: text/html\r\nContent-Encoding: gzip\r\n";
    const std::string bomb = compressed("<p>" + std::string(60u << 20, 'x'), "gz");
    const Lines lines = lines_read("a", warc_record("response", "http://a.example/", answer(bomb, head)) +
                                            one("http://a.example/1", "One"));
    CHECK(lines == Lines{"a: the record at byte 0 cannot be read: it unpacks to more than 32 MiB",
                         "http://a.example/1: One"});
  }
}

}  // namespace newsline
