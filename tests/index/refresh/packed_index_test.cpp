// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <xapian.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "common/article/article_json.h"
#include "common/error.h"
#include "common/index/document/stored_article.h"
#include "common/index/folder/index_folder.h"
#include "common/index/glass.h"
#include "common/index/glass/data_list.h"
#include "common/index/packing/stored_texts.h"
#include "common/index/schema.h"
#include "common/index/upkeep.h"
#include "tests/index/packing/alike_texts.h"
#include "tests/index/place.h"

using namespace newsline;

namespace {

/// Articles that come in files of 300 each.
struct Growing : Place {
  std::vector<std::string> texts = alike_texts(1500, 5);
  int next = 0;

  RunReport add_file() {
    std::string lines;
    for (int line = 0; line < 300; ++line, ++next)
      lines += line_of(next, texts[static_cast<std::size_t>(next)]);
    write("file-" + std::to_string(next) + ".jsonl", lines);
    return update();
  }

  [[nodiscard]] std::size_t packed_articles() const {
    const Snapshot index = open_for_reading(request.index);
    DataList data(index);
    std::size_t packed = 0;
    for (Xapian::docid document = 1; document <= index.get_lastdocid(); ++document)
      packed += is_packed(data.of(document)) ? 1 : 0;
    return packed;
  }

  /// As JSON, by document; empty where that is told to be damaged.
  [[nodiscard]] std::vector<std::string> read_articles() const {
    const Snapshot index = open_for_reading(request.index);
    std::vector<std::string> articles;
    for (Xapian::docid document = 1; document <= index.get_lastdocid(); ++document) {
      articles.emplace_back();
      try {
        articles.back() = to_json(stored_article(document, index));
      } catch (const Error& error) {
        CHECK(error.kind() == ErrorKind::data);
      } catch (const Xapian::DatabaseError&) {
      }
    }
    return articles;
  }

  void change(void (*work)(Xapian::WritableDatabase&)) const {
    Xapian::WritableDatabase database(request.index + "/" + *current_generation(request.index),
                                      Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS);
    work(database);
    database.commit();
  }
};

std::string bytes_of_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void damage_dictionary(Xapian::WritableDatabase& database, const std::string& copies) {
  for (const char copy : copies)
    database.set_metadata(std::string(schema::key::kDictionary) + copy, "rotten");
}

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("an index that grows packs what comes when there is enough for a dictionary") {
    Growing place;
    place.add_file();
    CHECK(place.packed_articles() == 0);
    place.add_file();
    CHECK_FALSE(dictionary_of(open_for_reading(place.request.index)).empty());
    CHECK(place.packed_articles() == 0);
    place.add_file();
    CHECK(place.packed_articles() == 300);
    const std::string dictionary = dictionary_of(open_for_reading(place.request.index));
    place.write("file-300.jsonl", line_of(0, place.texts[1200]));
    place.request.allow_mass_delete = true;
    CHECK(place.update().articles_replaced == 1);
    CHECK(place.packed_articles() == 301);
    CHECK(place.holds(0, place.texts[1200]));
    CHECK(dictionary_of(open_for_reading(place.request.index)) == dictionary);
    CHECK(check(place.request.index, CheckDepth::full).first_problems.empty());

    const auto before = snapshot(place.request.index);
    newsline::rebuild(place.request, place.listener);
    CHECK(place.packed_articles() == before.size());
    CHECK(snapshot(place.request.index) == before);
    CHECK(check(place.request.index, CheckDepth::full).first_problems.empty());
    CHECK(repair(place.request.index).lost == 0);
    CHECK(snapshot(place.request.index) == before);
  }

  TEST_CASE("packed articles that no file holds any more are carried over") {
    Growing place;
    place.request.keep_vanished = true;
    for (int file = 0; file < 3; ++file) place.add_file();
    std::filesystem::remove(place.folder / "in/file-900.jsonl");
    place.update();
    const auto before = snapshot(place.request.index);
    CHECK(newsline::rebuild(place.request, place.listener).articles_carried == 300);
    CHECK(snapshot(place.request.index) == before);
  }

  TEST_CASE("one damaged copy of the dictionary does no harm and without both every packed text is told") {
    Growing place;
    for (int file = 0; file < 3; ++file) place.add_file();
    const auto before = snapshot(place.request.index);
    place.change([](Xapian::WritableDatabase& database) { damage_dictionary(database, "a"); });
    CHECK(snapshot(place.request.index) == before);
    CHECK(check(place.request.index, CheckDepth::full).first_problems.empty());
    place.change([](Xapian::WritableDatabase& database) { damage_dictionary(database, "ab"); });
    CHECK(check(place.request.index, CheckDepth::full).problems >= 300);
    newsline::rebuild(place.request, place.listener);
    CHECK(snapshot(place.request.index) == before);
  }

  TEST_CASE("packed texts that rot are errors and never other texts") {
    Growing place;
    for (int file = 0; file < 3; ++file) place.add_file();
    newsline::rebuild(place.request, place.listener);
    const std::string path =
        place.request.index + "/" + *current_generation(place.request.index) + "/docdata.glass";
    const std::string whole = bytes_of_file(path);
    const std::vector<std::string> truth = place.read_articles();
    REQUIRE(std::ranges::count(truth, "") == 0);
    std::mt19937 random(11);
    std::size_t told = 0;
    for (int damage = 0; damage < 40; ++damage) {
      std::string damaged = whole;
      damaged[random() % damaged.size()] ^= static_cast<char>(1U << random() % 8);
      write_file(path, damaged);
      const std::vector<std::string> seen = place.read_articles();
      for (std::size_t at = 0; at < truth.size(); ++at) {
        told += seen[at].empty() ? 1 : 0;
        if (!seen[at].empty()) REQUIRE(seen[at] == truth[at]);
      }
    }
    CHECK(told >= 20);
    write_file(path, whole);
    CHECK(place.read_articles() == truth);
  }
}
