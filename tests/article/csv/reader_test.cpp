// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/csv/reader.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "common/article/formats.h"
#include "tests/article/container/readings.h"
#include "tests/article/summary.h"
#include "tests/support/temporary_folder.h"

namespace newsline {
namespace {

using test::lines_read;
using Lines = std::vector<std::string>;

/// The articles of a table, as lines.
Lines rows_of(std::string_view table, const std::string& name = "a.csv") {
  const TemporaryFolder folder;
  write_file(folder / name, table);
  Lines lines;
  for (const Reading& reading : test::readings_of({folder / name, "agency"}))
    lines.push_back(test::summary(reading));
  return lines;
}

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("each row below the header is an article") {
    CHECK(rows_of("title,date,views,tags,body\n"
                  "Bridge opens,2024-03-12,487,\"roads, rivers\",The mayor came.\n"
                  "Ferry,Tue, ,,Later.\n") ==
          Lines{"T<Bridge opens> D<2024-03-12> R<487> K<roads;rivers> B<The mayor came.>",
                "T<Ferry> B<Later.>"});
  }

  TEST_CASE("quoted cells hold separators and line ends and quotes") {
    CHECK(rows_of("title,body\n\"Bridge, the \"\"old\"\" one\",\"One\n\nTwo\"\n") ==
          Lines{"T<Bridge, the \"old\" one> B<One//Two>"});
    CHECK(rows_of("title,body\r\n5\" of snow,\"x\"\r\n") == Lines{"T<5\" of snow> B<x>"});
    CHECK(rows_of("title,body\rOne,a\rTwo,b\r") == Lines{"T<One> B<a>", "T<Two> B<b>"});
    CHECK(rows_of("title,body\nOne,a") == Lines{"T<One> B<a>"});
    CHECK(rows_of("\xEF\xBB\xBF\"title\",\"body\"\n\n\nOne,a\n\n") == Lines{"T<One> B<a>"});
  }

  TEST_CASE("the separator is the one that makes the header") {
    CHECK(
        rows_of("title;body\nBridge, old;Text; more\n").front().starts_with("rejected: the row has 3 cells"));
    CHECK(rows_of("title;body\nBridge, old;\"Text; more\"\n") == Lines{"T<Bridge, old> B<Text; more>"});
    CHECK(rows_of("title\tbody\nBridge, old\tText; more\n") == Lines{"T<Bridge, old> B<Text; more>"});
  }

  TEST_CASE("columns have the names of the fields of JSON in any case") {
    const TemporaryFolder folder;
    write_file(folder / "a.csv",
               "GUID,Headline,pubdate,Byline,Publisher,LINK,Description,Text,Other\n"
               "7,Bridge,\"Tue, 12 Mar 2024 09:30:00 +0400\",Ani Petrosyan; "
               "Levon,Herald,https://a.example/7,Short,Long,x\n");
    const auto readings = test::readings_of({folder / "a.csv", "agency"});
    REQUIRE(readings.size() == 1);
    const Article article = test::article_of(readings.front());
    CHECK(article.id == "https://a.example/7");
    CHECK(article.title == "Bridge");
    CHECK(iso8601(*article.published) == "2024-03-12T09:30:00+04:00");
    CHECK(article.authors == Lines{"Ani Petrosyan", "Levon"});
    CHECK(article.source == "Herald");
    CHECK(article.summary == "Short");
    CHECK(article.body == "Long");
  }

  TEST_CASE("a row goes by its own id or by its line") {
    CHECK(lines_read("a.csv", "id,title,body\nx1,One,a\n,Two,\"b\nc\"\n,Three,d\n") ==
          Lines{"a.csv#x1: One", "a.csv#3: Two", "a.csv#5: Three"});
  }

  TEST_CASE("rows that cannot be read are rejected with their line and the rest is read") {
    CHECK(lines_read("a.csv", "title,body\nOne,a,more\n,\nTwo,b,,\nThree,\"c\n") ==
          Lines{"a.csv:2: the row has 3 cells, the header 2",
                "a.csv:3: the record has neither title nor body", "a.csv#4: Two",
                "a.csv:5: a quote in the row is not closed"});
    const std::string longest(kMaxRecordBytes + 1, 'x');
    CHECK(lines_read("a.csv", "title,body\nOne," + longest + "\nTwo,b\n") ==
          Lines{"a.csv:2: the row is longer than 32 MiB", "a.csv#3: Two"});
    const std::string separators(kMaxRecordBytes / 16, ',');
    CHECK(lines_read("a.csv", "title,body\n" + separators + "\nTwo,b\n").back() == "a.csv#3: Two");
  }

  TEST_CASE("a header without title and body is refused") {
    CHECK(lines_read("a.csv", "name of place,height\nx,1\n") ==
          Lines{"a.csv:1: the header row names neither a title nor a body"});
  }

  TEST_CASE("tables are read in their charset") {
    CHECK(rows_of("title;body\n\xCC\xEE\xF1\xF2 \xE7\xE0\xEA\xF0\xFB\xF2;\xE4\xEE \xE2\xE5\xF1\xED\xFB\n") ==
          Lines{"T<Мост закрыт> B<до весны>"});
    std::string utf16 = "\xFF\xFE";
    for (const char each : std::string_view("title,body\nOne,a\n")) utf16 += {each, '\0'};
    CHECK(rows_of(utf16) == Lines{"T<One> B<a>"});
  }

  TEST_CASE("a header of known names tells a table whatever its name") {
    CHECK(rows_of("date,headline,body\n2024-03-12,One,a\n", "a") == Lines{"T<One> D<2024-03-12> B<a>"});
    CHECK(lines_read("a.txt", "Bridge, ferry and title\n\nText.\n") ==
          Lines{"a.txt: Bridge, ferry and title"});
  }
}

}  // namespace newsline
