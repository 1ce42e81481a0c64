// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "tests/search/archive/sample_index.h"

namespace newsline {
namespace {

using test::article;
using test::request;
using test::SampleIndex;

TEST_SUITE("unit") {
  TEST_CASE("the stages behind an answer are told a line each") {
    Article one = article("1", "Grain deal", "graining grainy");
    one.tags = {"CSTO"};
    const SampleIndex index({one, article("2", "Grain")});
    Archive archive = index.archive();
    CHECK(archive.explain(request("grain deal grai* tag:csto -grain title:deal")) ==
          "question tree: all(grain, deal, grai*, tag:csto, not(grain), title:deal)\n"
          "plan: (((grain AND deal AND (grain SYNONYM graining SYNONYM grainy) AND Sdeal) FILTER 0 * Kcsto) "
          "NOT grain)\n"
          "if nothing has all words: (((grain OR deal OR (grain SYNONYM graining SYNONYM grainy) OR Sdeal) "
          "FILTER 0 * Kcsto) NOT grain)\n"
          "word grain: 2 articles\n"
          "word deal: 1 articles\n"
          "prefix grai*: 3 words: grain, graining, grainy\n"
          "name tag:csto: 1 articles\n"
          "word title:deal: 1 articles\n");
  }

  TEST_CASE("a question that cannot be or must not be relaxed has no line about it") {
    const SampleIndex index({article("1", "Grain")});
    Archive archive = index.archive();
    CHECK(archive.explain(request("grain")).find("if nothing") == std::string::npos);
    Request strict = request("grain deal");
    CHECK(archive.explain(strict).find("if nothing") != std::string::npos);
    strict.relax = false;
    CHECK(archive.explain(strict).find("if nothing") == std::string::npos);
  }

  TEST_CASE("of the words behind a prefix the first ten are shown") {
    const SampleIndex index({article("1", "Title", "aa1 aa2 aa3 aa4 aa5 aa6 aa7 aa8 aa9 aa10 aa11 aa12")});
    CHECK(index.archive()
              .explain(request("aa*"))
              .find("prefix aa*: 12 words: aa1, aa10, aa11, aa12, aa2, aa3, aa4, aa5, aa6, aa7, ...\n") !=
          std::string::npos);
  }
}

}  // namespace
}  // namespace newsline
