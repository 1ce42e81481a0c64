// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/field/url.h"

#include <doctest/doctest.h>

#include <string>

namespace {

struct Row {
  const char* address;
  const char* expected;
};

/// RFC 3986, 5.4, beside `http://a/b/c/d;p?q`.
constexpr Row kOfTheStandard[] = {
    {"g:h", "g:h"},
    {"g", "http://a/b/c/g"},
    {"./g", "http://a/b/c/g"},
    {"g/", "http://a/b/c/g/"},
    {"/g", "http://a/g"},
    {"//g", "http://g"},
    {"?y", "http://a/b/c/d;p?y"},
    {"g?y", "http://a/b/c/g?y"},
    {"#s", "http://a/b/c/d;p?q#s"},
    {"g#s", "http://a/b/c/g#s"},
    {"g?y#s", "http://a/b/c/g?y#s"},
    {";x", "http://a/b/c/;x"},
    {"", "http://a/b/c/d;p?q"},
    {".", "http://a/b/c/"},
    {"./", "http://a/b/c/"},
    {"..", "http://a/b/"},
    {"../g", "http://a/b/g"},
    {"../..", "http://a/"},
    {"../../g", "http://a/g"},
    {"../../../g", "http://a/g"},
    {"/./g", "http://a/g"},
    {"/../g", "http://a/g"},
    {"g.", "http://a/b/c/g."},
    {"..g", "http://a/b/c/..g"},
    {"./g/.", "http://a/b/c/g/"},
    {"g/../h", "http://a/b/c/h"},
    {"g?y/../x", "http://a/b/c/g?y/../x"},
};

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("An address is resolved as the standard says") {
    for (const Row& row : kOfTheStandard) {
      INFO(std::string(row.address));
      CHECK(newsline::resolved_url("http://a/b/c/d;p?q", row.address) == row.expected);
    }
  }

  TEST_CASE("An address without a base that can hold it stays as it is") {
    CHECK(newsline::resolved_url("", " a/b ") == "a/b");
    CHECK(newsline::resolved_url("c/d", "a/b") == "a/b");
    CHECK(newsline::resolved_url("urn:isbn:1", "a/b") == "a/b");
    CHECK(newsline::resolved_url("http://a", "b") == "http://a/b");
  }

  TEST_CASE("A scheme makes an address absolute") {
    CHECK(newsline::is_absolute_url("http://a"));
    CHECK(newsline::is_absolute_url("urn:newsml:x"));
    CHECK_FALSE(newsline::is_absolute_url("a/b:c"));
    CHECK_FALSE(newsline::is_absolute_url("12:30"));
    CHECK_FALSE(newsline::is_absolute_url(""));
  }
}
