// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/answer/terms.h"

#include <doctest/doctest.h>

#include "common/error.h"
#include "common/search/archive.h"
#include "tests/index/glass/filled_archive.h"

namespace newsline {
namespace {

using namespace std::chrono_literals;
using std::chrono::sys_days;

FilledArchive archive_with(const std::vector<std::string>& terms) {
  return FilledArchive([&](Xapian::WritableDatabase& database) {
    Xapian::Document document;
    for (const std::string& term : terms) document.add_term(term);
    database.add_document(document);
  });
}

TEST_SUITE("unit") {
  TEST_CASE("a whole day or month or year is one term and anything else is none") {
    struct Row {
      sys_days first, last;
      std::string term;
    };
    const std::vector<Row> rows = {
        {2024y / 3 / 12, 2024y / 3 / 12, "D20240312"}, {2024y / 3 / 1, 2024y / 3 / 31, "M202403"},
        {2024y / 2 / 1, 2024y / 2 / 29, "M202402"},    {2023y / 2 / 1, 2023y / 2 / 28, "M202302"},
        {2024y / 1 / 1, 2024y / 12 / 31, "Y2024"},     {2024y / 1 / 1, 2024y / 12 / 30, ""},
        {2024y / 2 / 1, 2024y / 2 / 28, ""},           {2024y / 1 / 1, 2024y / 2 / 29, ""},
        {2023y / 1 / 1, 2024y / 12 / 31, ""},          {2024y / 3 / 31, 2024y / 3 / 1, ""},
        {2024y / 2 / 1, 2024y / 12 / 31, ""},          {2024y / 3 / 2, 2024y / 3 / 31, ""}};
    for (const Row& each : rows) {
      CAPTURE(each.term);
      CHECK(period_term({each.first, each.last}).value_or("") == each.term);
    }
    CHECK_FALSE(period_term({sys_days{2024y / 1 / 1}, std::nullopt}));
    CHECK_FALSE(period_term({std::nullopt, sys_days{2024y / 12 / 31}}));
  }

  TEST_CASE("a prefix stands for the words of its own field that begin so") {
    const auto database =
        archive_with({"peace", "peach", "pea", "pear2", "war", "Speace", "Speak", "Kpeace"});
    CHECK(terms_with_prefix({"pea", WordField::text}, database) ==
          std::vector<std::string>{"pea", "peace", "peach", "pear2"});
    CHECK(terms_with_prefix({"pea", WordField::title}, database) ==
          std::vector<std::string>{"Speace", "Speak"});
    CHECK(terms_with_prefix({"zz", WordField::text}, database).empty());
  }

  TEST_CASE("a prefix that stands for too many words is refused with its name and the limit") {
    std::vector<std::string> terms;
    for (std::size_t i = 0; i <= kMaxExpansion; ++i) terms.push_back("ab" + std::to_string(i));
    const auto full = archive_with(std::vector<std::string>(terms.begin() + 1, terms.end()));
    CHECK(terms_with_prefix({"ab", WordField::text}, full).size() == kMaxExpansion);
    const auto database = archive_with(terms);
    try {
      (void)terms_with_prefix({"ab", WordField::text}, database);
      FAIL("not refused");
    } catch (const Error& error) {
      CHECK(error.kind() == ErrorKind::usage);
      CHECK(std::string(error.what()) == "\"ab*\" stands for more than 1000 words");
      CHECK(error.hint() == "write more letters before the *");
    }
  }

  TEST_CASE("a prefix that is longer than what is kept of long words is refused") {
    const auto database = archive_with({"a"});
    CHECK(terms_with_prefix({std::string(128, 'x'), WordField::text}, database).empty());
    CHECK_THROWS_AS((void)terms_with_prefix({std::string(129, 'x'), WordField::text}, database), Error);
  }

  TEST_CASE("words and names become the terms of their fields") {
    CHECK(word_term(WordField::text, "peace") == "peace");
    CHECK(word_term(WordField::title, "peace") == "Speace");
    CHECK(word_of_term(WordField::title, "Speace") == "peace");
    CHECK(name_term({NameField::tag, "csto"}) == "Kcsto");
    CHECK(name_term({NameField::author, "a. b."}) == "Aa. b.");
    CHECK(name_term({NameField::source, "agency"}) == "XSRC:agency");
    CHECK(name_term({NameField::section, "politics"}) == "XSEC:politics");
    CHECK(name_term({NameField::language, "hy"}) == "Lhy");
    CHECK(name_term({NameField::id, "/a/1"}) == "Q/a/1");
  }
}

}  // namespace
}  // namespace newsline
