// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <xapian.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "common/index/folder/index_folder.h"
#include "common/index/update.h"
#include "common/index/upkeep.h"
#include "tests/index/caught.h"
#include "tests/index/place.h"

using namespace newsline;

namespace {

/// What an update tells of a repair.
class Witness final : public Listener {
 public:
  void repaired(const std::string& damage, const std::string& generation) override {
    repairs.push_back(damage + " -> " + generation);
  }

  std::vector<std::string> repairs;
};

/// An index of articles whose updates have left free blocks behind them, and numbers without a document.
struct Archive : Place {
  Archive() {
    write_all("zero", kArticles + 10);
    update();
    for (const char* word : {"one", "two", "three", "four"}) {
      write_all(word);
      update();
    }
  }

  static constexpr int kArticles = 200;

  void write_all(const std::string& word, int count = kArticles) const {
    std::string text;
    for (int id = 0; id < count; ++id) text += line_of(id, fmt::format("{} {} here", word, id));
    write("a.jsonl", text);
  }

  [[nodiscard]] std::string generation() const {
    return request.index + "/" + *current_generation(request.index);
  }

  /// Makes every list of free blocks end before its first entry: what a commit leaves that failed twice.
  /// Returns the number of blocks that were changed.
  [[nodiscard]] int cut_free_lists() const {
    constexpr std::size_t kBlockBytes = 8192;
    constexpr std::size_t kLevelAt = 4;
    constexpr char kFreeList = '\xfe';
    constexpr std::size_t kEntriesAt = 8;
    int changed = 0;
    for (const auto& file : std::filesystem::directory_iterator(generation())) {
      if (file.path().extension() != ".glass") continue;
      std::ifstream in(file.path(), std::ios::binary);
      std::string bytes{std::istreambuf_iterator<char>(in), {}};
      for (std::size_t at = 0; at + kBlockBytes <= bytes.size(); at += kBlockBytes) {
        if (bytes[at + kLevelAt] != kFreeList) continue;
        bytes.replace(at + kEntriesAt, kBlockBytes - kEntriesAt, kBlockBytes - kEntriesAt, '\xff');
        ++changed;
      }
      std::ofstream(file.path(), std::ios::binary) << bytes;
    }
    return changed;
  }

  void rot_an_article() const {
    Xapian::WritableDatabase database(generation(), Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS);
    Xapian::Document document = database.get_document(5);
    std::string data = document.get_data();
    data[data.find("here")] ^= 1;
    document.set_data(data);
    database.replace_document(5, document);
    database.commit();
  }
};

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("an update repairs an index that can be read and not be written") {
    Archive place;
    const std::string former = *current_generation(place.request.index);
    REQUIRE(place.cut_free_lists() > 0);
    place.write_all("five");
    Witness witness;
    const RunReport report = update(place.request, witness);
    REQUIRE(witness.repairs.size() == 1);
    CAPTURE(witness.repairs.front());
    CHECK(witness.repairs.front().find("freelist") != std::string::npos);
    CHECK(witness.repairs.front().ends_with(" -> " + *current_generation(place.request.index)));
    CHECK(former != *current_generation(place.request.index));
    CHECK(report.articles_replaced == Archive::kArticles);
    CHECK(report.articles_total == Archive::kArticles);
    CHECK(place.holds(7, "five 7 here"));
    CHECK(check(place.request.index, CheckDepth::full).is_whole());
    Witness next;
    CHECK_FALSE(update(place.request, next).changed());
    CHECK(next.repairs.empty());
  }

  TEST_CASE("an update repairs nothing where something would be lost") {
    Archive place;
    place.rot_an_article();
    const std::string former = *current_generation(place.request.index);
    REQUIRE(place.cut_free_lists() > 0);
    place.write_all("five");
    Witness witness;
    CHECK(caught([&] { update(place.request, witness); }) == ErrorKind::data);
    CHECK(witness.repairs.empty());
    CHECK(former == *current_generation(place.request.index));
    CHECK(place.holds(7, "four 7 here"));
    CHECK(repair(place.request.index).lost == 1);
    CHECK(update(place.request, witness).articles_total == Archive::kArticles);
    CHECK(check(place.request.index, CheckDepth::full).is_whole());
  }
}
