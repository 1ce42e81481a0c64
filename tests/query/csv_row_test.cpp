// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/render/csv_row.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

using newsline::csv_row;

struct Row {
  std::string cell;
  std::string written;
};

const Row kRows[] = {
    {"", ""},
    {"plain", "plain"},
    {"a,b", "\"a,b\""},
    {"say \"no\"", "\"say \"\"no\"\"\""},
    {"two\nlines", "\"two\nlines\""},
    {"carriage\rreturn", "carriagereturn"},
    {"=1+1", "'=1+1"},
    {"+1", "'+1"},
    {"-1", "'-1"},
    {"@SUM(A1)", "'@SUM(A1)"},
    {" =1", "' =1"},
    {"\t=1", "'\t=1"},
    {"\n=1", "\"'\n=1\""},
    {"\x1B=1", "'=1"},
    {"\u200B=1", "'=1"},
    {"＝1", "'＝1"},
    {"=\"a\",b", "\"'=\"\"a\"\",b\""},
    {"a=1", "a=1"},
    {"—dash", "—dash"},
    {"'quoted", "'quoted"},
};

}  // namespace

TEST_SUITE_BEGIN("unit");

TEST_CASE("a cell is safe and quoted where it must be") {
  for (const Row& row : kRows) {
    CAPTURE(row.cell);
    CHECK(csv_row({row.cell}) == row.written + "\r\n");
  }
}

TEST_CASE("cells are separated by commas and the row ends in CR LF") {
  CHECK(csv_row({"a", "", "b"}) == "a,,b\r\n");
}

TEST_SUITE_END();
