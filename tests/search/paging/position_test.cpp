// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/paging/position.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <variant>

#include "common/error.h"
#include "common/search/query/parse_query.h"

namespace {

using newsline::cursor_of;
using newsline::Error;
using newsline::Position;
using newsline::position_of;
using newsline::Request;
using newsline::SortOrder;

Request asked(std::string_view question) {
  Request request;
  request.query = std::get<newsline::QueryNode>(newsline::parse_query(question, {}));
  return request;
}

const Position kPosition{7.25, std::string("\0\xff\x01key", 6), "Qhttps://courier.example/dam", "0f3a9c21",
                         40};

std::string message(std::string_view cursor, const Request& request) {
  try {
    static_cast<void>(position_of(cursor, request));
  } catch (const Error& error) {
    CHECK(error.kind() == newsline::ErrorKind::usage);
    return error.what();
  }
  return "none";
}

const std::string kBroken = "the cursor behind --after is not whole, or was made by another version";
const std::string kOther = "the cursor behind --after is of another question, or of another order";

}  // namespace

TEST_SUITE_BEGIN("unit");

TEST_CASE("a cursor gives its position back and says nothing that a shell would read") {
  const std::string cursor = cursor_of(kPosition, asked("dam"));
  CHECK(position_of(cursor, asked("dam")) == kPosition);
  CHECK(cursor.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") ==
        std::string::npos);
  CHECK(cursor.front() != '-');
}

TEST_CASE("which part of an answer is shown does not change its cursors") {
  Request other = asked("dam");
  other.limit = 3;
  other.offset = 2;
  other.snippets = false;
  other.facets = {{}};
  CHECK(position_of(cursor_of(kPosition, asked("dam")), other) == kPosition);
}

TEST_CASE("a cursor of another question or order is refused") {
  const std::string cursor = cursor_of(kPosition, asked("dam"));
  CHECK(message(cursor, asked("dams")) == kOther);
  CHECK(message(cursor, asked("title:dam")) == kOther);
  Request request = asked("dam");
  request.sort = SortOrder::newest;
  CHECK(message(cursor, request) == kOther);
  request = asked("dam");
  request.tags = {"energy"};
  CHECK(message(cursor, request) == kOther);
  request = asked("dam");
  request.matching.names = false;
  CHECK(message(cursor, request) == kOther);
}

TEST_CASE("a cursor that is cut or changed in any letter is refused") {
  const std::string cursor = cursor_of(kPosition, asked("dam"));
  for (std::size_t i = 0; i < cursor.size(); ++i) {
    CHECK(message(cursor.substr(0, i), asked("dam")) == kBroken);
    for (const char letter : {'A', 'z', '_', '=', ' ', '\xff'}) {
      std::string changed = cursor;
      if (changed[i] == letter) continue;
      changed[i] = letter;
      CHECK(message(changed, asked("dam")) == kBroken);
    }
  }
  CHECK(message(cursor + "A", asked("dam")) == kBroken);
  CHECK(message(std::string(100000, 'A'), asked("dam")) == kBroken);
}

TEST_SUITE_END();
