// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/expand/synonyms.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "common/error.h"

namespace newsline {
namespace {

std::string described(const Synonyms& synonyms, const std::vector<std::string>& words) {
  const Synonyms::Match match = synonyms.match(words);
  std::string text = std::to_string(match.words);
  for (const auto& forms : match.others) {
    text += " |";
    for (const std::string& form : forms) text += ' ' + form;
  }
  return text;
}

std::string complaint(std::string_view text) {
  try {
    const Synonyms synonyms(text, "s.txt");
    return "";
  } catch (const Error& error) {
    return error.what();
  }
}

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("what stands on one line means the same in every direction") {
    const Synonyms synonyms("# places\n\nKyiv = Kiev = Киев  # capital\nHarbour Town=Port City\r\n", "s.txt");
    CHECK(described(synonyms, {"kiev", "news"}) == "1 | kyiv | киев");
    CHECK(described(synonyms, {"киев"}) == "1 | kiev | kyiv");
    CHECK(described(synonyms, {"harbour", "town", "hall"}) == "2 | port city");
    CHECK(described(synonyms, {"port", "city"}) == "2 | harbour town");
    CHECK(described(synonyms, {"harbour", "hall"}) == "0");
    CHECK(described(synonyms, {}) == "0");
    CHECK(Synonyms().empty());
    CHECK_FALSE(synonyms.empty());
  }

  TEST_CASE("of entries that begin alike the longest counts and lines add up") {
    const Synonyms synonyms("river = stream\nriver = brook\nriver port = quay\n", "s.txt");
    CHECK(described(synonyms, {"river", "port"}) == "2 | quay");
    CHECK(described(synonyms, {"river", "bank"}) == "1 | brook | stream");
  }

  TEST_CASE("a line that says nothing is named") {
    CHECK(complaint("a = b\nc\n") == "line 2 of \"s.txt\" has no =");
    CHECK(complaint("a =\n") == "line 1 of \"s.txt\" has no word beside a =");
    CHECK(complaint("= a\n") == "line 1 of \"s.txt\" has no word beside a =");
    CHECK(complaint("\xEF\xBB\xBF# only words about it\n").empty());
  }
}

}  // namespace newsline
