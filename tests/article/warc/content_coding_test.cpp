// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/warc/content_coding.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>

namespace newsline::web {
namespace {

std::string bytes(std::initializer_list<unsigned> values) {
  std::string text;
  for (const unsigned value : values) text += static_cast<char>(value);
  return text;
}

/// `hello hello` by zlib, with its header and without, and `hello` by brotli.
const std::string kZlib =
    bytes({0x78, 0x9C, 0xCB, 0x48, 0xCD, 0xC9, 0xC9, 0x57, 0xC8, 0x00, 0x91, 0x00, 0x19, 0x91, 0x04, 0x49});
const std::string kRaw = bytes({0xCB, 0x48, 0xCD, 0xC9, 0xC9, 0x57, 0xC8, 0x00, 0x91, 0x00});
const std::string kBrotli = bytes({0x0B, 0x02, 0x80, 'h', 'e', 'l', 'l', 'o', 0x03});

std::string decoded(std::string body, std::string_view codings, std::size_t limit = 100) {
  auto result = decoded_content(std::move(body), codings, limit);
  if (const auto* fault = std::get_if<CodingFault>(&result)) return "fault: " + fault->reason;
  return std::get<std::string>(result);
}

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("deflate is undone with the header of zlib and without") {
    CHECK(decoded(kZlib, "deflate") == "hello hello");
    CHECK(decoded(kRaw, " Deflate ") == "hello hello");
  }

  TEST_CASE("br is undone") {
    CHECK(decoded(kBrotli, "br") == "hello");
    CHECK(decoded(kBrotli.substr(0, 6), "br") == "fault: its br coding is damaged");
  }

  TEST_CASE("a body that is not coded is taken as it is") {
    CHECK(decoded("<p>hello", "gzip") == "<p>hello");
    CHECK(decoded("hello", "") == "hello");
    CHECK(decoded("hello", "identity, none") == "hello");
  }

  TEST_CASE("what cannot be undone says why") {
    CHECK(decoded("hello", "gzip") == "fault: its gzip coding is damaged");
    CHECK(decoded("hello", "x-own") == "fault: its coding x-own is not known");
    CHECK(decoded(kZlib, "deflate, deflate, deflate, deflate") == "fault: it has too many codings");
    CHECK(decoded(kZlib, "deflate", 3).starts_with("fault: it unpacks to more than"));
  }
}

}  // namespace newsline::web
