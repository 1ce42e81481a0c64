// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <array>

#include "tests/search/query/questions.h"

namespace newsline::test {
namespace {

TEST_SUITE_BEGIN("unit");

TEST_CASE("Armenian punctuation stands inside words and between them") {
  check_understood(std::to_array<Understood>({
      {"Ի՞նչ", "ինչ"},
      {"Ինչո՞ւ Երևան՝", "all(ինչու, երեւան)"},
      {"Հայաստան։ Երևան", "all(հայաստան, երեւան)"},
      {"«Հայոց լեռներ»", "\"հայոց լեռներ\""},
      {"-Հայաստան", "not(հայաստան)"},
  }));
}

TEST_CASE("a quotation mark between Hebrew letters belongs to the word") {
  check_understood(std::to_array<Understood>({
      {"צה\"ל", "צהל"},
      {"דו״ח", "דוח"},
      {"\"צה\"ל בצפון\"", "\"צהל בצפון\""},
      {"tag:צה\"ל", "tag:\"צה\"ל\""},
  }));
}

TEST_CASE("Chinese words are found by the dictionary and stand in order") {
  check_understood(std::to_array<Understood>({
      {"和平", "和平"},
      {"亚美尼亚总理", "\"亚美尼亚 总理\""},
      {"“停火” －战争", "all(=停火, not(战争))"},
      {"停火，和平。", "all(停火, 和平)"},
      {"停火、和平", "all(停火, 和平)"},
      {"标题：和平", "\"标题 和平\""},
      {"＃和平", "tag:和平"},
      {"和*", "和*"},
  }));
}

TEST_CASE("Thai is written without blanks") {
  check_understood(std::to_array<Understood>({
      {"สงคราม", "สงคราม"},
      {"การลงนาม -สงคราม", "all(\"การ ลง นาม\", not(สงคราม))"},
  }));
}

TEST_CASE("words of other scripts are no operators and name no fields") {
  check_understood(std::to_array<Understood>({
      {"мир ИЛИ война", "all(мир, или, война)"},
      {"пам'ять", "память"},
      {"ما هذا؟", "all(ما, هذا)"},
      {"السلام، الحرب", "all(السلام, الحرب)"},
      {"საქართველო OR 조선", "any(საქართველო, 조선)"},
      {"Ankara'da", "\"ankara da\""},
  }));
  check_refused(std::to_array<Refused>({
      {"Путин: мир", "there is no field \"Путин\"", 1, "into quotes"},
  }));
}

TEST_SUITE_END();

}  // namespace
}  // namespace newsline::test
