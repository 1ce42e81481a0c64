// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "common/article/file/walk.h"

namespace {

using newsline::absolute_path;
using newsline::path_as_text;
using newsline::source_name;

TEST_SUITE("unit") {
  TEST_CASE("a path is made absolute and normal") {
    const std::string here = std::filesystem::current_path().string();
    CHECK(absolute_path("a") == here + "/a");
    CHECK(absolute_path("./a/") == here + "/a");
    CHECK(absolute_path("") == here);
    CHECK(absolute_path(".") == here);
    CHECK(absolute_path("/a//b/./c/../d/") == "/a/b/d");
    CHECK(absolute_path("/") == "/");
    CHECK(absolute_path("/..") == "/");
  }

  TEST_CASE("a path that is text stays and another is escaped so that it can be told") {
    CHECK(path_as_text("/news/я 100%.txt") == "/news/я 100%.txt");
    CHECK(path_as_text("/a\nb%") == "/a%0Ab%25");
    CHECK(path_as_text("/a\x1B") == "/a%1B");
    CHECK(path_as_text("/a\xFFя") == "/a%FFя");
    CHECK(path_as_text("/a\xC2\x85") == "/a%C2%85");
    CHECK(path_as_text("/\xE2\x82") == "/%E2%82");
    CHECK(path_as_text("/a\xFF") != path_as_text("/a%FF\n"));
  }

  TEST_CASE("a source is named by its last component without endings of formats") {
    CHECK(source_name("/srv/agency.jsonl.gz") == "agency");
    CHECK(source_name("/srv/agency/") == "agency");
    CHECK(source_name("/srv/agency.txt") == "agency");
    CHECK(source_name("/srv/agency.ndjson.zst") == "agency");
    CHECK(source_name("/srv/www.example.org") == "www.example.org");
    CHECK(source_name("/srv/.jsonl") == ".jsonl");
    CHECK(source_name("/srv/agency\xFF.json") == "agency%FF");
    CHECK(source_name("/") == "/");
  }
}

}  // namespace
