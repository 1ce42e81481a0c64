// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/container/reader.h"

#include <doctest/doctest.h>

#include <cstring>
#include <string>
#include <vector>

#include "common/article/file/unpacking_limit.h"
#include "tests/article/container/packing.h"
#include "tests/article/container/readings.h"

namespace newsline {
namespace {

using test::compressed;
using test::lines_read;
using test::packed;
using Lines = std::vector<std::string>;

const std::string kPage = "Bridge opens\n\n12 March 2024\n\nThe mayor came.\n";
const std::string kRecords =
    "{\"id\":1,\"title\":\"One\",\"body\":\"x\"}\n{\"id\":2,\"title\":\"Two\",\"body\":\"x\"}\n";

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("each member of a container is a file of its own") {
    for (const std::string_view kind : {"tar", "zip", "7z"}) {
      CAPTURE(kind);
      const std::string archive = packed({{"news/", ""}, {"news/a.txt", kPage}, {"b.jsonl", kRecords}}, kind);
      CHECK(lines_read("pack", archive) ==
            Lines{"pack!news/a.txt: Bridge opens", "pack!b.jsonl#1: One", "pack!b.jsonl#2: Two"});
    }
  }

  TEST_CASE("every compression is undone and one within the other") {
    for (const std::string_view kind : {"gz", "zst", "xz", "bz2", "lz4"}) {
      CAPTURE(kind);
      CHECK(lines_read("a", compressed(kPage, kind)) == Lines{"a: Bridge opens"});
      CHECK(lines_read("a", compressed(compressed(kPage, kind), "gz")) == Lines{"a: Bridge opens"});
    }
  }

  TEST_CASE("containers are opened within containers and compressions") {
    const std::string inner = packed({{"a.txt", kPage}}, "zip");
    for (const std::string_view kind : {"tar", "zip", "7z"}) {
      CAPTURE(kind);
      const std::string outer =
          packed({{"in.zip", inner},
                  {"in.7z.xz", compressed(packed({{"b.txt.bz2", compressed(kPage, "bz2")}}, "7z"), "xz")}},
                 kind);
      for (const std::string& bytes : {outer, compressed(outer, "gz")}) {
        CHECK(lines_read("o", bytes) ==
              Lines{"o!in.zip!a.txt: Bridge opens", "o!in.7z.xz!b.txt.bz2: Bridge opens"});
      }
    }
  }

  TEST_CASE("what lies too deep is rejected and the rest is read") {
    std::string deep = kPage;
    for (int level = 0; level < 20; ++level) deep = packed({{"d", deep}}, "tar");
    const Lines lines = lines_read("o", packed({{"deep", deep}, {"a.txt", kPage}}, "tar"));
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].ends_with("more than 8 containers lie within each other"));
    CHECK(lines[1] == "o!a.txt: Bridge opens");
    std::string wound = kPage;
    for (int level = 0; level < 20; ++level) wound = compressed(wound, "gz");
    CHECK(lines_read("w", wound) == Lines{"w: cannot read: compressed more than 8 times"});
  }

  TEST_CASE("names that climb out are only names and hidden files are passed over") {
    const std::string archive = packed({{"../../etc/a.txt", kPage},
                                        {".git/config", kPage},
                                        {"x/._a.txt", kPage},
                                        {"a.txt~", kPage},
                                        {"link.txt", "", "/etc/passwd"},
                                        {"b\x1B[31m.txt", kPage}},
                                       "tar");
    CHECK(lines_read("o", archive) ==
          Lines{"o!../../etc/a.txt: Bridge opens", "o!b%1B[31m.txt: Bridge opens"});
  }

  TEST_CASE("names in other scripts stay as they are") {
    for (const std::string_view kind : {"tar", "zip", "7z"}) {
      CAPTURE(kind);
      CHECK(lines_read("o", packed({{"Мост 橋.txt", kPage}}, kind)) == Lines{"o!Мост 橋.txt: Bridge opens"});
    }
  }

  TEST_CASE("encrypted members are rejected") {
    const Lines lines = lines_read("o", packed({{"a.txt", kPage}}, "zip", "secret"));
    CHECK(lines == Lines{"o!a.txt: encrypted"});
  }

  TEST_CASE("what is none of ours within a container is rejected by its name") {
    const Lines lines =
        lines_read("o", packed({{"a.pdf", "%PDF-1.7\n"}, {"e", ""}, {"a.txt", kPage}}, "zip"));
    CHECK(lines == Lines{"o!a.pdf: not a text of news: PDF", "o!e: empty file", "o!a.txt: Bridge opens"});
  }

  TEST_CASE("of a damaged container what stands before the damage is read") {
    for (const std::string_view kind : {"gz", "zst", "xz", "bz2"}) {
      CAPTURE(kind);
      std::string noise;
      for (unsigned at = 0, state = 7; at < 2'000'000; ++at) {
        state = state * 1664525U + 1013904223U;
        noise += static_cast<char>('a' + (state >> 24U) % 26U);
      }
      std::string bytes = compressed(packed({{"a.txt", kPage}, {"b.txt", noise}}, "tar"), kind);
      bytes.resize(bytes.size() * 9 / 10);
      const Lines lines = lines_read("o", bytes);
      REQUIRE(lines.size() >= 2);
      CHECK(lines[0] == "o!a.txt: Bridge opens");
      CHECK(lines[1].starts_with("o!b.txt: cannot read"));
    }
  }

  TEST_CASE("an office document is none of ours") {
    const std::string document = packed({{"[Content_Types].xml", "<?xml?>"}, {"a.txt", kPage}}, "zip");
    CHECK(lines_read("a.docx", document) == Lines{"a.docx: not a text of news: an office document"});
  }

  TEST_CASE("a bomb is given up soon") {
    const std::string zeros(50u << 20, '0');
    for (const std::string_view kind : {"gz", "xz", "zst", "bz2"}) {
      CAPTURE(kind);
      const std::string bomb = compressed(zeros, kind);
      const std::string many = packed(std::vector<test::Packed>(9, {"1", bomb}), "tar");
      const Lines lines = lines_read("o", many);
      REQUIRE_FALSE(lines.empty());
      CHECK(lines.back().ends_with("it unpacks to more than 250 times its size"));
      CHECK(lines.size() < 9);
    }
    const std::string one = packed({{"1", zeros}, {"2", zeros}, {"3", zeros}}, "7z");
    CHECK(lines_read("o", one).back().ends_with("it unpacks to more than 250 times its size"));
  }

  TEST_CASE("members are read as the format that is asked for") {
    const std::string archive = packed({{"a", "<p>Bridge</p>\n\nText.\n"}}, "zip");
    CHECK(lines_read("o", archive, "page") == Lines{"o!a: <p>Bridge</p>"});
    CHECK(lines_read("o", archive) != lines_read("o", archive, "page"));
  }
}

}  // namespace newsline
