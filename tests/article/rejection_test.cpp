// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/rejection.h"

#include <doctest/doctest.h>

#include "common/error.h"

namespace {

using newsline::describe;
using newsline::Error;
using newsline::ErrorKind;
using newsline::Rejection;
using newsline::rejection_for;

TEST_SUITE("unit") {
  TEST_CASE("a rejection is its place and its reason") {
    CHECK(describe({"/a.jsonl", 7, "broken JSON"}) == "/a.jsonl:7: broken JSON");
    CHECK(describe({"/a.txt", 0, "empty file"}) == "/a.txt: empty file");
  }

  TEST_CASE("an error says the path of its file once") {
    const Error error(ErrorKind::data, "cannot read \"/a.gz\": truncated");
    CHECK(rejection_for(error, "/a.gz", 3) == Rejection{"/a.gz", 3, "cannot read: truncated"});
    CHECK(rejection_for(error, "/b.gz", 0).reason == "cannot read \"/a.gz\": truncated");
  }
}

}  // namespace
