// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <xapian.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <functional>
#include <thread>

#include "common/error.h"
#include "common/index/rules.h"
#include "tests/search/archive/sample_index.h"

namespace newsline {
namespace {

using test::article;
using test::ids;
using test::request;
using test::SampleIndex;
using test::Silent;

/// Every call that reads an archive.
void ask_everything(Archive& archive) {
  Request asked = request("\"grain deal\" OR gra* OR tag:t");
  asked.facets = {{FacetField::tag, 10}, {FacetField::day, 10}};
  (void)archive.search(asked);
  (void)archive.explain(asked);
  (void)archive.article("nothing");
  archive.for_each_article([](const Article&) { return true; });
  (void)archive.tags("");
  (void)archive.status();
}

Error error_of(const std::function<void()>& act) {
  try {
    act();
  } catch (const Error& error) {
    return error;
  }
  FAIL("no error");
  return {ErrorKind::usage, ""};
}

std::vector<Article> some_articles(int version) {
  std::vector<Article> articles;
  for (int number = 0; number < 20; ++number) {
    articles.push_back(
        article(std::to_string(number), "Grain deal " + std::to_string(version), "The grain deal."));
    articles.back().tags = {"t"};
  }
  return articles;
}

void damage(const std::string& path, std::size_t bytes) {
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  file << std::string(bytes, '\x5a');
}

TEST_SUITE("unit") {
  TEST_CASE("a folder without an index is a mistake of the caller that is told how to make one") {
    const TemporaryFolder folder;
    for (const std::string& path : {folder.path(), folder / "absent"}) {
      const Error error = error_of([&] { const Archive archive(path); });
      CHECK(error.kind() == ErrorKind::usage);
      CHECK(error.hint().find("newsline-index update") != std::string::npos);
    }
  }

  TEST_CASE("an index made by other rules is refused with the way to make it anew") {
    for (const Rule& rule : rules_of_this_program()) {
      CAPTURE(rule.key);
      const SampleIndex index({article("1", "Grain")});
      {
        Xapian::WritableDatabase database(index.path() + "/" + index.archive().status().generation,
                                          Xapian::DB_OPEN);
        database.set_metadata(std::string(rule.key), rule.value + "0");
        database.commit();
      }
      const Error error = error_of([&] { (void)index.archive(); });
      CHECK(error.kind() == ErrorKind::needs_rebuild);
      CHECK(std::string(error.what()).find(rule.name) != std::string::npos);
      CHECK(error.hint().find("newsline-index rebuild") != std::string::npos);
    }
  }

  TEST_CASE("a damaged index is an error with a hint whichever of its files is damaged") {
    for (const std::string file : {"postlist.glass", "docdata.glass", "iamglass"}) {
      CAPTURE(file);
      const SampleIndex index(some_articles(1));
      const std::string path = index.path() + "/" + index.archive().status().generation + "/" + file;
      damage(path, std::filesystem::file_size(path));
      const Error error = error_of([&] {
        Archive archive = index.archive();
        ask_everything(archive);
      });
      CHECK(error.kind() == ErrorKind::data);
      CHECK(error.hint().find("newsline-index rebuild") != std::string::npos);
    }
  }

  TEST_CASE("an index that names no generation of ours is an error") {
    const SampleIndex index({article("1", "Grain")});
    write_file(index.path() + "/XAPIANDB", "remote :touch /tmp/x\n");
    CHECK(error_of([&] { (void)index.archive(); }).kind() == ErrorKind::data);
    write_file(index.path() + "/XAPIANDB", "glass gen-999999\n");
    CHECK(error_of([&] { (void)index.archive(); }).kind() == ErrorKind::data);
  }

  TEST_CASE("document data that is no article is an error and not a hit") {
    const SampleIndex index({article("1", "Grain")});
    {
      Xapian::WritableDatabase database(index.path() + "/" + index.archive().status().generation,
                                        Xapian::DB_OPEN);
      Xapian::Document document = database.get_document(1);
      document.set_data("{}");
      database.replace_document(1, document);
      database.commit();
    }
    Archive archive = index.archive();
    CHECK(error_of([&] { (void)archive.search(request("grain")); }).kind() == ErrorKind::data);
    CHECK(error_of([&] { (void)archive.article("1"); }).kind() == ErrorKind::data);
  }

  TEST_CASE("an open archive answers however often the index was updated meanwhile") {
    SampleIndex index(some_articles(0));
    Archive archive = index.archive();
    for (int version = 1; version <= 12; ++version) {
      CAPTURE(version);
      index.update(some_articles(version));
      if (version % 3 == 0) ask_everything(archive);
    }
    CHECK(archive.search(request("grain")).total == 20);
    CHECK(index.archive().search(request("title:12")).total == 20);
  }

  TEST_CASE("an open archive answers however often the index was rebuilt meanwhile") {
    SampleIndex index(some_articles(0));
    Archive archive = index.archive();
    for (int version = 1; version <= 4; ++version) {
      CAPTURE(version);
      index.update(some_articles(version));
      index.rebuild();
      ask_everything(archive);
    }
    for (int rebuilds = 0; rebuilds < 3; ++rebuilds) index.rebuild();
    ask_everything(archive);
    CHECK(archive.search(request("grain")).total == 20);
  }

  TEST_CASE("what looks damaged in a state that was overtaken is asked again of the newest") {
    std::vector<Article> many;  // so many that their lists are read in parts, and late
    many.reserve(1000);
    for (int number = 0; number < 1000; ++number)
      many.push_back(article(std::to_string(number), "Grain deal", "The grain deal."));
    SampleIndex index(many);
    Archive archive = index.archive();
    const std::string former = index.path() + "/" + archive.status().generation;
    index.rebuild();
    for (const std::string file : {"postlist.glass", "docdata.glass", "termlist.glass"})
      damage(former + "/" + file, std::filesystem::file_size(former + "/" + file));
    CHECK(archive.search(request("\"grain deal\"")).total == 1000);
  }

  TEST_CASE("readers get whole answers while another thread commits after each article") {
    SampleIndex index(some_articles(0));
    std::atomic<bool> done = false;
    std::thread writer([&] {
      Silent observer;
      for (int version = 1; version <= 5; ++version) {
        index.write(some_articles(version));
        update({index.path(), {index.source()}, 1}, observer);
      }
      done = true;
    });
    Archive open_all_the_time = index.archive();
    std::size_t wrong = 0;
    std::string error;
    try {
      while (!done) {
        ask_everything(open_all_the_time);
        Archive fresh = index.archive();
        wrong += open_all_the_time.search(request("grain")).total != 20 ? 1 : 0;
        wrong += fresh.search(request("\"grain deal\"")).total != 20 ? 1 : 0;
      }
    } catch (const Error& thrown) {
      error = thrown.what();
    }
    writer.join();
    CHECK(error.empty());
    CHECK(wrong == 0);
  }

  TEST_CASE("a walk over all articles goes on where updates interrupt it") {
    SampleIndex index(some_articles(0));
    Archive archive = index.archive();
    std::string seen;
    int version = 0;
    archive.for_each_article([&](const Article& each) {
      if (each.id == "13" || each.id == "5") {
        for (int again = 0; again < 3; ++again) index.update(some_articles(++version));
      }
      seen += each.id + " ";
      return true;
    });
    CHECK(seen == "0 1 10 11 12 13 14 15 16 17 18 19 2 3 4 5 6 7 8 9 ");
  }
}

}  // namespace
}  // namespace newsline
