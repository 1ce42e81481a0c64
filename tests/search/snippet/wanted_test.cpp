// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/snippet/wanted.h"

#include <doctest/doctest.h>

#include "tests/search/snippet/marked_up.h"

namespace newsline {
namespace {

std::string described(const Wanted& wanted) {
  std::string text;
  for (const Wanted::Item& item : wanted.items) {
    if (!text.empty()) text += ", ";
    if (item.title_only) text += "title:";
    for (const std::string& form : item.forms) text += (&form == item.forms.data() ? "" : " ") + form;
    if (item.is_prefix) text += '*';
  }
  return text;
}

TEST_SUITE("unit") {
  TEST_CASE("words and prefixes and phrases that are asked for are wanted and what is excluded is not") {
    struct Row {
      std::string question;
      std::string wanted;
    };
    const Row rows[] = {
        {"grain", "grain"},
        {"Grain DEAL", "grain, deal"},
        {"\"grain deal\" armen*", "grain deal, armen*"},
        {"grain OR wheat", "grain, wheat"},
        {"(grain (wheat OR (rye barley)))", "grain, wheat, rye, barley"},
        {"grain -wheat", "grain"},
        {"grain NOT (wheat OR rye*)", "grain"},
        {"grain NEAR/5 deal", "grain, deal"},
        {"title:grain deal", "title:grain, deal"},
        {"grain tag:csto lang:hy since:2024 reads:>100", "grain"},
        {"e-mail", "e mail"},
        {"grain GRAIN =grain", "grain"},
        {"*", ""},
        {"tag:csto", ""},
    };
    for (const Row& row : rows) {
      CAPTURE(row.question);
      CHECK(described(test::wanted(row.question)) == row.wanted);
    }
  }

  TEST_CASE("weights are one until somebody knows better") {
    for (const Wanted::Item& item : test::wanted("grain \"wheat deal\" rye*").items) CHECK(item.weight == 1);
  }
}

}  // namespace
}  // namespace newsline
