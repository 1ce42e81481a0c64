// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "common/article/file/walk.h"
#include "common/index/update.h"
#include "common/search/archive.h"
#include "common/search/family/expand.h"
#include "common/search/query/parse_query.h"
#include "tests/index/observers.h"
#include "tests/support/temporary_folder.h"

namespace newsline {
namespace {

using Ids = std::set<std::string>;

std::string record(const std::string& id, const std::string& language, const std::string& body) {
  return R"({"id":")" + id + R"(","lang":")" + language + R"(","title":"","body":")" + body + "\"}\n";
}

/// An archive of a few articles, each of a sentence.
class Library {
 public:
  explicit Library(const std::string& records) : archive_(made(folder_, records)) {}

  [[nodiscard]] Page page(std::string_view question, Matching matching = {}) {
    const auto parsed = parse_query(question, {});
    REQUIRE(std::holds_alternative<QueryNode>(parsed));
    Request request;
    request.query = std::get<QueryNode>(parsed);
    request.relax = false;
    request.limit = 100;
    request.matching = matching;
    return archive_.search(request);
  }

  /// The last part of each id, in order of rank, behind a blank each.
  [[nodiscard]] std::string ranked(std::string_view question, Matching matching = {}) {
    std::string ids;
    for (const Hit& hit : page(question, matching).hits) ids += " " + hit.id.substr(hit.id.find('#') + 1);
    return ids;
  }

  [[nodiscard]] Ids found(std::string_view question, Matching matching = {}) {
    Ids ids;
    for (const Hit& hit : page(question, matching).hits) ids.insert(hit.id.substr(hit.id.find('#') + 1));
    return ids;
  }

 private:
  static std::string made(const TemporaryFolder& folder, const std::string& records) {
    write_file(folder / "in/a.jsonl", records);
    Listener listener;
    update({folder / "index", {folder / "in"}}, listener);
    REQUIRE(listener.rejections.empty());
    return folder / "index";
  }

  TemporaryFolder folder_;
  Archive archive_;
};

std::string newsroom() {
  return record("dam", "en", "They inspected a dam") + record("dams", "en", "He was inspecting dams") +
         record("cafe", "fr", "Un café ouvre") + record("yolka", "ru", "На площади ёлка") +
         record("yolki", "ru", "На площади стоят ёлки") + record("en", "en", "They met Pashinyan there") +
         record("ru", "ru", "Вчера был Пашинян") + record("ru2", "ru", "Слова Пашиняна слышали") +
         record("hy", "hy", "Երեկ եկավ Փաշինյանը") + record("hy2", "hy", "Ասաց Փաշինյան Նիկոլը") +
         record("ka", "ka", "გუშინ ფაშინიანი მოვიდა") + record("rug", "en", "A rug from Gharabagh") +
         record("kover", "ru", "Вот ковёр из Карабаха и Карабах") +
         record("mansubi", "ar", "قال المنصوبي أمس") + record("bay", "az", "bu qumlubənd kabeli") +
         record("guba", "ru", "у него губа") + record("guba-name", "az", "Bu gün Quba rayonunda");
}

/// Words of the same letters with and without accents, no two alike.
std::string accented(std::size_t count) {
  constexpr std::array<std::string_view, 4> kLetters = {"é", "è", "ê", "ë"};
  std::string text;
  for (std::size_t number = 0; number < count; ++number) {
    text += ' ';
    for (std::size_t letter = 0, rest = number; letter < 9; ++letter, rest /= kLetters.size())
      text += kLetters[rest % kLetters.size()];
  }
  return text;
}

TEST_SUITE("unit") {
  TEST_CASE("a word and a question look at so many forms and no more") {
    const std::string behind_all = "ëëëëëëëëë";
    const std::string last = record("last", "en", behind_all) + record("last2", "en", behind_all);
    Library few(record("accents", "en", accented(kMaxFormsOfWord / 2)) + last);
    CHECK(few.found("eeeeeeeee") == Ids{"accents", "last", "last2"});
    Library many(record("accents", "en", accented(kMaxFormsOfWord)) + last +
                 record("dams", "en", "two dams"));
    CHECK(many.found("eeeeeeeee") == Ids{"accents"});
    CHECK(many.found("eeeeeeeee OR dam") == Ids{"accents", "dams"});
    CHECK(many.page("eeeeeeeee").families.at("eeeeeeeee").near.size() == kMaxFamily - 1);
    std::string words = accented(kMaxFormsOfQuestion / kMaxFormsOfWord).substr(1);
    for (std::size_t at = words.find(' '); at != std::string::npos; at = words.find(' ', at + 4))
      words.replace(at, 1, " OR ");
    CHECK(many.found(words + " OR dam") == Ids{"accents"});
  }

  TEST_CASE("a word finds its inflections and accents and names in other scripts") {
    Library library(newsroom());
    CHECK(library.found("inspects dam") == Ids{"dam", "dams"});
    CHECK(library.found("cafe") == Ids{"cafe"});
    CHECK(library.found("елки") == Ids{"yolka", "yolki"});
    const Ids all = {"en", "ru", "ru2", "hy", "hy2", "ka"};
    for (const char* name : {"Pashinyan", "pashinyan", "Пашинян", "Пашиняну", "Փաշինյան", "ფაშინიანი"}) {
      CAPTURE(name);
      CHECK(library.found(name) == all);
    }
    CHECK(library.found("Karabakh") == Ids{"rug", "kover"});
    CHECK(library.found("Qarabağ") == Ids{"rug", "kover"});
    CHECK(library.found("al-Mansoubi") == Ids{"mansubi"});
  }

  TEST_CASE("what is said exactly is found exactly") {
    Library library(newsroom());
    CHECK(library.found("=dam") == Ids{"dam"});
    CHECK(library.found("\"dam\"") == Ids{"dam"});
    CHECK(library.found("\"inspecting dam\"").empty());
    CHECK(library.found("a NEAR dam") == Ids{"dam"});
    CHECK(library.found("Pashinyan*") == Ids{"en"});
    CHECK(library.found("dam -dams").empty());
    CHECK(library.found("dam -=dams") == Ids{"dam"});
    CHECK(library.page("=dam").families.empty());
  }

  TEST_CASE("each kind of family can be left out") {
    Library library(newsroom());
    CHECK(library.found("dam", {.inflections = false}) == Ids{"dam"});
    CHECK(library.found("cafe", {.inflections = false}) == Ids{"cafe"});
    CHECK(library.found("dam", {.names = false}) == Ids{"dam", "dams"});
    CHECK(library.found("kover", {.inflections = false}).empty());
    CHECK(library.found("Qumluband", {.accents = false}).empty());
    CHECK(library.found("Qumluband", {.inflections = false}) == Ids{"bay"});
    CHECK(library.found("Pashinyan", {.names = false}) == Ids{"en"});
    CHECK(library.found("Pashinyan", kExactly) == Ids{"en"});
    CHECK(library.found("елки", kExactly).empty());
  }

  TEST_CASE("a word that is no name in the texts crosses no scripts") {
    Library library(newsroom());
    CHECK(library.found("губа") == Ids{"guba"});
  }

  TEST_CASE("a third name joins two that are alike and no others") {
    Library library(record("star", "en", "They saw Star yesterday") + record("ستار", "ar", "قال ستار أمس") +
                    record("story", "en", "They saw Story yesterday") +
                    record("Jerrard", "ru", "Вчера был Джеррард там") +
                    record("gerard", "en", "They saw Gerard there") +
                    record("جيرارد", "ar", "قال جيرارد أمس"));
    CHECK(library.found("Star") == Ids{"star", "ستار"});
    CHECK(library.found("Story") == Ids{"story", "ستار"});
    for (const char* name : {"Gerard", "gerards"}) CHECK(library.found(name).contains("Jerrard"));
  }

  TEST_CASE("what is nearer to the question ranks before") {
    Library library(record("across", "ru", "Вчера был Пашинян там") +
                    record("near", "en", "They are Pashinyans of old") +
                    record("exact", "en", "They are with Pashinyan there") +
                    record("other", "en", "Nobody is here today"));
    CHECK(library.ranked("Pashinyan") == " exact near across");
    CHECK(library.ranked("Пашинян") == " across exact near");
  }

  TEST_CASE("a page tells what was looked for and marks it") {
    Library library(newsroom());
    const Page page = library.page("dam");
    REQUIRE(page.families.size() == 1);
    CHECK(describe("dam", page.families.at("dam")) == "dam → dams");
    for (const Hit& hit : page.hits) {
      REQUIRE(hit.snippet.marks.size() == 1);
      CHECK(hit.snippet.text.substr(hit.snippet.marks[0].begin).starts_with("dam"));
    }
    const Page names = library.page("al-Mansoubi");
    REQUIRE(names.hits.size() == 1);
    CHECK(names.hits[0].snippet.marks.size() == 1);
  }

  TEST_CASE("a family is found whether articles came at once or one by one") {
    const TemporaryFolder folder;
    Listener listener;
    const std::string index = folder / "index";
    write_file(folder / "in/a.jsonl", record("1", "en", "a dam"));
    update({index, {folder / "in"}}, listener);
    write_file(folder / "in/b.jsonl", record("2", "en", "the dams"));
    write_file(folder / "in/c.jsonl", record("3", "en", "no more damming"));
    update({index, {folder / "in"}}, listener);
    Archive grown(index);
    Request request;
    request.query = std::get<QueryNode>(parse_query("dams", {}));
    const Page page = grown.search(request);
    CHECK(page.total == 3);
    rebuild({index, {}}, listener);
    const Page again = Archive(index).search(request);
    CHECK(again.total == 3);
    CHECK(describe("dams", again.families.at("dams")) == describe("dams", page.families.at("dams")));
  }

  TEST_CASE("the sample articles about one person are found by each spelling of the name") {
    const TemporaryFolder folder;
    Listener listener;
    const std::string index = folder / "index";
    update({index, {std::string(NEWSLINE_SOURCE_DIR "/corpus")}}, listener);
    Archive archive(index);
    std::vector<Ids> answers;
    for (const char* name : {"Pashinyan", "Пашинян", "Փաշինյան"}) {
      Request request;
      request.query = std::get<QueryNode>(parse_query(name, {}));
      request.limit = 1000;
      Ids& ids = answers.emplace_back();
      for (const Hit& hit : archive.search(request).hits) ids.insert(hit.id);
    }
    CHECK(answers[0].size() > 10);
    CHECK(answers[1] == answers[0]);
    CHECK(answers[2] == answers[0]);
  }
}

}  // namespace
}  // namespace newsline
