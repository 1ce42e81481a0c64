// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/acronym/definition.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "common/text/base_letters.h"
#include "common/text/tokenizer.h"
#include "tests/text/random_text.h"

namespace newsline {
namespace {

/// `csto = collective security treaty organization; ...`
std::string definitions(std::string_view text) {
  Tokenizer tokenizer;
  std::string line;
  for (const Definition& definition : definitions_in(text, tokenizer.tokens(text))) {
    line += (line.empty() ? "" : "; ") + std::string(definition.acronym.form) + " =";
    for (const Token& word : definition.long_form) line += ' ' + std::string(word.form);
  }
  return line;
}

using Table = std::vector<std::pair<std::string, std::string>>;

void check(const Table& table) {
  for (const auto& each : table) {
    CAPTURE(each.first);
    CHECK(definitions(each.first) == each.second);
  }
}

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("the words before a bracket are what the acronym in it stands for") {
    check({{"the Northern Rail Union (NRU) said", "nru = northern rail union"},
           {"in the Office for Dams and Rivers (ODR)", "odr = office for dams and rivers"},
           {"the trans-valley water bridge (TVWB)", "tvwb = trans valley water bridge"},
           {"the “Harbour Pilots’ Club” (“HPC”) met", "hpc = harbour pilots club"},
           {"the Island Bird Trust (hereafter IBT)", "ibt = island bird trust"},
           {"the Island Bird Trust (IBT, founded in 1901)", "ibt = island bird trust"},
           {"die Talwasserbank Nord (TWBN)", "twbn = talwasserbank nord"},
           {"the Island\nBird Trust (IBT)", "ibt = island bird trust"},
           {"the Island Bird Trust (I.B.T.)", "ibt = island bird trust"}});
  }

  TEST_CASE("every script with capitals has acronyms") {
    check({{"в работе Общества речных капитанов (ОРК) и", "орк = общества речных капитанов"},
           {"Ընկերություն գետի նավապետների (ԸԳՆ)", "ըգն = ընկերություն գետի նավապետների"},
           {"στην Ένωση Ποταμών (ΕΠ)", "επ = ένωση ποταμών"},
           {"Nehir Kaptanları Örgütü'nün (NKÖ) binası", "nkö = nehir kaptanları örgütü"},
           {"l'École des Ponts (EP)", "ep = école des ponts"}});
  }

  TEST_CASE("the long form may stand in the bracket behind its acronym") {
    check({{"NRU (Northern Rail Union) said", "nru = northern rail union"},
           {"NRU (the Northern Rail Union)", "nru = northern rail union"},
           {"NRU (Northern Rail Union, founded in 1901)", "nru = northern rail union"},
           {"NRU (which is the Northern Rail Union)", ""}});
  }

  TEST_CASE("what does not spell the acronym is not what it stands for") {
    check({{"the minister (ODR)", ""},
           {"the Northern Dock Union (NRU)", ""},
           {"the Northern Unexpectedly Rail Union (NRU)", ""},
           {"We met in the North. Rail unions (NRU)", ""},
           {"the Northern Rail Union (see page 3)", ""},
           {"the Northern Rail Union (nru)", ""},
           {"the Northern Rail Union (N)", ""},
           {"the northern rail union ran unlit (NRU NRU)", ""},
           {"Northern Rail Union: the head (NRU)", ""},
           {"(NRU)", ""},
           {"Northern Rail Union (NRU", ""},
           {"", ""}});
  }

  TEST_CASE("of several places the one whose words begin with the letters is taken") {
    check({{"the new rule of the Northern Rail Union (NRU)", "nru = northern rail union"},
           {"the Office of Dams (OD)", "od = office of dams"},
           {"No one in Northern Rail Union (NRU)", "nru = northern rail union"}});
  }
}

TEST_SUITE("property") {
  TEST_CASE("a long form stands in the text and begins as its acronym does") {
    const std::uint64_t seed = test::run_seed();
    CAPTURE(seed);
    test::RandomText random(seed);
    Tokenizer tokenizer;
    for (int i = 0; i < 3000; ++i) {
      const std::string text = random.text(20) + " (" + random.text(8) + ") Alder Beech (AB" + random.text(3);
      const auto tokens = tokenizer.tokens(text);
      for (const Definition& definition : definitions_in(text, tokens)) {
        REQUIRE(definition.long_form.size() >= 2);
        CHECK(&definition.long_form.front() >= tokens.data());
        CHECK(&definition.long_form.back() < tokens.data() + tokens.size());
        CHECK(base_letters(definition.long_form.front().form).front() ==
              base_letters(definition.acronym.form).front());
      }
    }
  }
}

}  // namespace newsline
