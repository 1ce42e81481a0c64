// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

#include "common/index/folder/index_folder.h"
#include "common/index/furniture/learned.h"
#include "common/index/glass.h"
#include "common/index/schema.h"
#include "common/index/upkeep.h"
#include "tests/index/place.h"

using namespace newsline;

namespace {

/// A source of so many articles, each a file, that all end in a line.
struct Paper : Place {
  /// Digits make no difference.
  static std::string text(const std::string& word, int id) {
    return fmt::format("{}{}{} words\\n\\nPrinted by Halcyon", word, static_cast<char>('a' + id / 26),
                       static_cast<char>('a' + id % 26));
  }
  void bring(int from, int to) const {
    for (int id = from; id < to; ++id) write(fmt::format("{}.jsonl", id), line_of(id, text("own", id)));
  }
  void take(int from, int to) const {
    for (int id = from; id < to; ++id) write(fmt::format("{}.jsonl", id), "\n");
  }
  [[nodiscard]] Xapian::doccount found(const std::string& word) const {
    return open_for_reading(request.index).get_termfreq(word);
  }
  [[nodiscard]] bool is_whole() const { return check(request.index, CheckDepth::full).is_whole(); }
};

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("a line becomes furniture with the thirtieth article and is text again without it") {
    Paper paper;
    paper.request.allow_mass_delete = true;
    paper.bring(0, 29);
    paper.update();
    CHECK(paper.found("halcyon") == 29);
    paper.bring(29, 30);
    paper.update();
    CHECK(paper.found("halcyon") == 0);
    CHECK(paper.found("ownah") == 1);
    CHECK(paper.is_whole());
    paper.take(3, 4);
    paper.update();
    CHECK(paper.found("halcyon") == 29);
    CHECK(paper.is_whole());
  }

  TEST_CASE("furniture is stored whole and no word that is left changes its position") {
    Paper paper;
    paper.write("lead.jsonl", line_of(100, "Printed by Halcyon\\n\\nown words of Halcyon"));
    paper.bring(0, 40);
    paper.update();
    CHECK(paper.found("halcyon") == 1);
    CHECK(paper.stored(5).find("ownaf words\\n\\nPrinted by Halcyon") != std::string::npos);
    CHECK(paper.stored(100).find(" own:1[104] ") != std::string::npos);
    CHECK(paper.stored(100).find(" halcyon:1[107] ") != std::string::npos);
  }

  TEST_CASE("what is furniture in one source is text in another") {
    Paper paper;
    paper.bring(0, 40);
    paper.write("other.jsonl",
                R"({"url":"https://other.example/1","body":"own words\n\nPrinted by Halcyon"})");
    paper.update();
    CHECK(paper.found("halcyon") == 1);
  }

  TEST_CASE("a read counter that changes leaves furniture out as before") {
    Paper paper;
    paper.bring(0, 40);
    paper.update();
    paper.write(
        "7.jsonl",
        R"({"url":"https://example.org/7","title":"Story","body":"ownah words\n\nPrinted by Halcyon","reads":9})");
    CHECK(paper.update().articles_replaced == 1);
    CHECK(paper.found("halcyon") == 0);
    CHECK(paper.is_whole());
  }

  TEST_CASE("an article of the source that is damaged can be replaced all the same") {
    Paper paper;
    paper.bring(0, 40);
    paper.update();
    {
      Xapian::WritableDatabase database(paper.request.index + "/" + *current_generation(paper.request.index),
                                        Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS);
      Xapian::Document document = database.get_document(3);
      document.set_data("rotten");
      database.replace_document(3, document);
      database.commit();
    }
    paper.bring(40, 41);
    for (int id = 0; id < 40; ++id)
      paper.write(fmt::format("{}.jsonl", id), line_of(id, Paper::text("new", id)));
    paper.update();
    CHECK(paper.found("halcyon") == 0);
    CHECK(paper.is_whole());
  }

  TEST_CASE("a repair and a rebuild leave out what updates left out") {
    Paper paper;
    paper.bring(0, 40);
    paper.update();
    const auto before = snapshot(paper.request.index);
    CHECK(repair(paper.request.index).kept == 40);
    CHECK(snapshot(paper.request.index) == before);
    rebuild(paper.request, paper.listener);
    CHECK(snapshot(paper.request.index) == before);
    CHECK(paper.is_whole());
  }

  TEST_CASE("counts that are not those of the articles are found by a check and counted anew") {
    const std::string start(schema::key::kFurniture);
    for (const std::string damage : {"", "x"}) {
      Paper paper;
      paper.bring(0, 40);
      paper.update();
      Xapian::WritableDatabase database(paper.request.index + "/" + *current_generation(paper.request.index),
                                        Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS);
      database.set_metadata(*database.metadata_keys_begin(start), damage);
      database.commit();
      database.close();
      CHECK_FALSE(paper.is_whole());
      paper.bring(40, 41);
      paper.update();
      CHECK(paper.is_whole());
      CHECK(paper.found("halcyon") == 0);
    }
  }

  TEST_CASE("people are told which lines of an article were learned and from how many") {
    Paper paper;
    paper.bring(0, 40);
    paper.update();
    LearnedFurniture learned(paper.request.index);
    Article article;
    article.url = "https://example.org/new";
    article.body = "Printed by Halcyon\nOther words\nand\nPrinted by Halcyon\nPRINTED by Halcyon";
    const LearnedLines lines = learned.lines_of(article);
    CHECK(lines.source == "example.org");
    CHECK(lines.articles == 40);
    REQUIRE(lines.lines.size() == 3);
    CHECK(lines.lines[2].text == "PRINTED by Halcyon");
    CHECK(lines.lines[2].articles == 40);
    article.url = "https://other.example/1";
    CHECK(learned.lines_of(article).lines.empty());
    CHECK(learned.reading_of(paper.folder / "in/1.jsonl").source == "in");
    CHECK(learned.reading_of("/elsewhere/1.jsonl").source.empty());
  }
}
