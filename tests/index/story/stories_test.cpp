// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/story/stories.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <xapian.h>

#include <map>
#include <string>

#include "common/index/document/terms.h"
#include "common/index/folder/index_folder.h"
#include "common/index/glass.h"
#include "common/index/schema.h"
#include "common/index/upkeep.h"
#include "tests/index/place.h"
#include "tests/index/seed.h"
#include "tests/index/story/random_story.h"

using namespace newsline;

namespace {

using Words = RandomStory::Words;

/// Files of one article each, and the index of them.
struct Wire : Place {
  RandomStory random{test_seed()};
  Words words = random.text(120);

  void send(int id, const std::string& day, const Words& text, const std::string& title = "Story") const {
    write(fmt::format("{}.jsonl", id),
          fmt::format(R"({{"url":"u{}","title":"{}","published":"{}","body":"{}"}})", id, title, day,
                      RandomStory::joined(text)) +
              "\n");
  }
  void withdraw(int id) const { std::filesystem::remove(folder / fmt::format("in/{}.jsonl", id)); }

  /// `1=u1 2=u1 3=`: what each article is found to belong to. Checks that the index is whole.
  std::string stories() {
    request.allow_mass_delete = true;
    update();
    CHECK(listener.rejections.empty());
    const CheckReport report = check(request.index, CheckDepth::full);
    CAPTURE(report.first_problems);
    CHECK(report.is_whole());
    const Xapian::Database database = open_for_reading(request.index);
    std::map<std::string, std::string> all;
    for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
      const Xapian::Document document = database.get_document(*at);
      auto term = document.termlist_begin();
      term.skip_to("Q");
      all[(*term).substr(2)] = document.get_value(schema::slot::kStory);
    }
    std::string line;
    for (const auto& [id, story] : all) line += fmt::format("{}{}={}", line.empty() ? "" : " ", id, story);
    return line;
  }
};

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("copies are a story that is named by the earliest and other texts stand alone") {
    Wire wire;
    wire.send(1, "2024-03-12", wire.random.edited(wire.words, 3));
    wire.send(2, "2024-03-11", wire.words, "Another headline");
    wire.send(3, "2024-03-10", wire.random.text(120));
    CHECK(wire.stories() == "1=u2 2=u2 3=");
  }

  TEST_CASE("the earliest by date then id comes first and those without a date last") {
    Wire wire;
    wire.send(3, "2024-03-12", wire.words);
    wire.send(2, "2024-03-12", wire.words);
    wire.send(1, "", wire.words);
    CHECK(wire.stories() == "1=u2 2=u2 3=u2");
  }

  TEST_CASE("an article that comes late may be the first") {
    Wire wire;
    wire.send(1, "2024-03-12", wire.words);
    CHECK(wire.stories() == "1=");
    wire.send(2, "2024-03-13", wire.random.edited(wire.words, 2));
    CHECK(wire.stories() == "1=u1 2=u1");
    wire.send(3, "2024-03-01", wire.random.edited(wire.words, 2));
    CHECK(wire.stories() == "1=u3 2=u3 3=u3");
  }

  TEST_CASE("a story goes on without its first and ends with its last but one") {
    Wire wire;
    for (int id = 1; id <= 3; ++id) wire.send(id, fmt::format("2024-03-1{}", id), wire.words);
    CHECK(wire.stories() == "1=u1 2=u1 3=u1");
    wire.withdraw(1);
    CHECK(wire.stories() == "2=u2 3=u2");
    wire.withdraw(2);
    CHECK(wire.stories() == "3=");
  }

  TEST_CASE("an article that gets another text or day leaves or leads its story") {
    Wire wire;
    for (int id = 1; id <= 3; ++id) wire.send(id, fmt::format("2024-03-1{}", id), wire.words);
    CHECK(wire.stories() == "1=u1 2=u1 3=u1");
    wire.send(1, "2024-03-11", wire.random.text(120));
    CHECK(wire.stories() == "1= 2=u2 3=u2");
    wire.send(3, "2024-03-09", wire.words);
    CHECK(wire.stories() == "1= 2=u3 3=u3");
  }

  TEST_CASE("a late text may join two stories and leave them two when it goes") {
    Wire wire;
    const Words one = wire.random.text(100);
    const Words two = wire.random.text(100);
    Words both = one;
    both.insert(both.end(), two.begin(), two.end());
    wire.send(1, "2024-03-11", one);
    wire.send(2, "2024-03-12", two);
    CHECK(wire.stories() == "1= 2=");
    wire.send(3, "2024-03-13", both);
    CHECK(wire.stories() == "1=u1 2=u1 3=u1");
    wire.withdraw(3);
    CHECK(wire.stories() == "1= 2=");
  }

  TEST_CASE("more copies than a text is compared with are one story") {
    Wire wire;
    for (int id = 100; id < 250; ++id)
      wire.send(id, "2024-03-12", id == 100 ? wire.words : wire.random.edited(wire.words, 2));
    std::string expected;
    for (int id = 100; id < 250; ++id) expected += fmt::format("{}{}=u100", id == 100 ? "" : " ", id);
    CHECK(wire.stories() == expected);
  }

  TEST_CASE("a check sees a story that is not that of the text") {
    Wire wire;
    for (int id = 1; id <= 2; ++id) wire.send(id, "2024-03-12", wire.words);
    CHECK(wire.stories() == "1=u1 2=u1");
    {
      Xapian::WritableDatabase database(wire.request.index + "/" + *current_generation(wire.request.index),
                                        Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS);
      Xapian::Document document = database.get_document(2);
      document.add_value(schema::slot::kStory, "");
      database.replace_document(2, document);
      database.commit();
    }
    const CheckReport report = check(wire.request.index, CheckDepth::full);
    REQUIRE(report.first_problems.size() == 1);
    CHECK(report.first_problems.front() == "the story of document 2 is not that of its text");
    CHECK(check(wire.request.index, CheckDepth::quick).is_whole());
  }

  TEST_CASE("a check sees a story that is said to have other articles") {
    Wire wire;
    for (int id = 1; id <= 3; ++id) wire.send(id, "2024-03-12", id == 3 ? wire.random.text(120) : wire.words);
    CHECK(wire.stories() == "1=u1 2=u1 3=");
    for (const std::string bytes : {"", "\x01", "\x01\x02"}) {
      {
        Xapian::WritableDatabase database(wire.request.index + "/" + *current_generation(wire.request.index),
                                          Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS);
        database.set_metadata("story.u1", bytes);
        database.commit();
      }
      const CheckReport report = check(wire.request.index, CheckDepth::full);
      CAPTURE(bytes);
      REQUIRE(report.first_problems.size() == 1);
      CHECK(report.first_problems.front() == "the articles of the story \"u1\" are counted wrongly");
    }
  }
}
