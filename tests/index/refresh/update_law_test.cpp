// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "common/article/file/content_hash.h"
#include "common/error.h"
#include "common/index/update.h"
#include "tests/index/observers.h"
#include "tests/index/seed.h"
#include "tests/index/snapshot.h"
#include "tests/support/temporary_folder.h"

using namespace newsline;

namespace {

namespace fs = std::filesystem;

struct Record {
  int id = 0;
  int version = 0;
  int reads = 0;
};

std::string line_of(const Record& record) {
  return fmt::format(
      R"({{"url":"https://example.org/{}","title":"Story {}","body":"version {} of it","tags":["t{}"],"reads":{}}})",
      record.id, record.id, record.version, record.version % 3, record.reads);
}

/// Files in two sources, on disk and in memory, that change at random.
class World {
 public:
  World(const TemporaryFolder& folder, std::mt19937& random) : folder_(folder), random_(random) {
    for (const std::string source : {"one", "two"}) fs::create_directories(folder_ / source);
  }

  [[nodiscard]] std::vector<std::string> sources() const { return {folder_ / "one", folder_ / "two"}; }

  void change() {
    const std::string path = some_path();
    switch (below(6)) {
      case 0:
        fs::remove(path);
        files_.erase(path);
        break;
      case 1:
        rename(path, some_path());
        break;
      default:
        change_records(path);
    }
  }

  /// What the index must hold: by id, the version, the path of the winner, and how many files hold the id.
  [[nodiscard]] std::map<std::string, std::string> expected() const {
    std::map<int, std::string> winners;
    std::map<int, std::set<std::string>> claims;
    for (const auto& [path, records] : files_)
      for (const Record& record : records) {
        winners[record.id] = fmt::format("version {} of it\",\"path\":\"{}\"", record.version, path);
        claims[record.id].insert("XF:" + content_hash(path) + ":0\n");
      }
    std::map<std::string, std::string> all;
    for (const auto& [id, winner] : winners) {
      std::string& text = all[fmt::format("Qhttps://example.org/{}", id)];
      for (const std::string& claim : claims[id]) text += claim;
      text += winner;
    }
    return all;
  }

  int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(random_); }

 private:
  std::string some_path() {
    return fmt::format("{}/{}.jsonl", folder_ / (below(2) == 0 ? "one" : "two"), below(4));
  }

  void rename(const std::string& from, const std::string& to) {
    if (from == to || !files_.contains(from)) return;
    fs::rename(from, to);
    files_[to] = files_[from];
    files_.erase(from);
  }

  void change_records(const std::string& path) {
    std::vector<Record>& records = files_[path];
    if (records.size() > 4) records.erase(records.begin(), records.begin() + below(5));
    for (Record& record : records)
      if (below(3) == 0) record.version = below(9);
    for (Record& record : records)
      if (below(2) == 0) record.reads = below(3);
    if (!records.empty() && below(3) == 0)
      records.erase(records.begin() + below(static_cast<int>(records.size())));
    records.insert(records.begin() + below(static_cast<int>(records.size()) + 1),
                   {below(7), below(9), below(3)});
    std::string text;
    for (const Record& record : records) text += line_of(record) + "\n";
    write_file(path, text);
  }

  const TemporaryFolder& folder_;
  std::mt19937& random_;
  std::map<std::string, std::vector<Record>> files_;
};

/// The parts of a snapshot that World::expected() tells.
std::map<std::string, std::string> reduced(const std::map<std::string, std::string>& documents) {
  std::map<std::string, std::string> all;
  for (const auto& [id, text] : documents) {
    std::string& kept = all[id];
    for (std::size_t at = text.find("XF:"); at != std::string::npos; at = text.find("XF:", at + 1))
      kept += text.substr(at, text.find('\n', at) + 1 - at);
    const std::size_t version = text.rfind("version ");
    kept += text.substr(version, text.size() - 1 - version);
  }
  return all;
}

/// A run that may see one source only, or be ended early in one way or another.
void run_partly(World& world, UpdateRequest request) {
  if (world.below(2) == 0) request.sources = {request.sources[static_cast<std::size_t>(world.below(2))]};
  Stopper stopper(1 + world.below(12));
  Breaker breaker(1 + world.below(12));
  Listener listener;
  try {
    switch (world.below(3)) {
      case 0:
        update(request, stopper);
        break;
      case 1:
        update(request, breaker);
        break;
      default:
        update(request, listener);
    }
  } catch (const Error&) {
    // The breaker did it.
  }
}

}  // namespace

TEST_SUITE("property") {
  TEST_CASE("whatever ran before an update equals a model and a rebuild") {
    const unsigned from = test_seed();
    CAPTURE(from);
    std::mt19937 random(from);
    const TemporaryFolder folder;
    World world(folder, random);
    UpdateRequest request{folder / "index", world.sources(), 1};
    request.allow_mass_delete = true;
    UpdateRequest fresh{folder / "fresh", world.sources(), 64 << 20};
    fresh.allow_mass_delete = true;
    Listener listener;
    for (int step = 0; step < 300; ++step) {
      CAPTURE(step);
      for (int changes = world.below(4); changes >= 0; --changes) world.change();
      request.batch_bytes = world.below(2) == 0 ? 1 : 1 << 20;
      request.list_bytes = world.below(2) == 0 ? 1 : 0;
      if (world.below(2) == 0) {
        run_partly(world, request);
        continue;
      }
      update(request, listener);
      REQUIRE(reduced(snapshot(request.index)) == world.expected());
      const RunReport again = update(request, listener);
      REQUIRE_FALSE(again.changed());
      if (world.below(8) != 0) continue;
      rebuild(world.below(2) == 0 ? fresh : request, listener);
      if (fs::exists(fresh.index)) {
        rebuild(fresh, listener);
        REQUIRE(snapshot(fresh.index) == snapshot(request.index));
      }
    }
    CHECK(listener.rejections.empty());
  }
}
