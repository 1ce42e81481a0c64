// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>
#include <limits>
#include <map>
#include <random>
#include <set>
#include <string>
#include <tuple>
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

/// What an agency sends of an item: a version of it (0: it names none), or that it takes it back.
struct Sent {
  int id = 0;
  int version = 0;
  bool is_withdrawn = false;
  int take = 0;  ///< tells it from all others

  /// An unnamed version that is taken back stands for all.
  [[nodiscard]] std::tuple<int, bool> order() const {
    return {is_withdrawn && version == 0 ? std::numeric_limits<int>::max() : version, is_withdrawn};
  }
};

std::string line_of(const Sent& sent) {
  const std::string version = sent.version == 0 ? "" : fmt::format(R"("version":"{}",)", sent.version);
  return fmt::format(R"({{"uri":"urn:item:{}",{}"pubstatus":"{}","headline":"Dam","body_text":"take {}"}})",
                     sent.id, version, sent.is_withdrawn ? "canceled" : "usable", sent.take) +
         "\n";
}

/// Files of items, on disk and in memory, that change at random.
class World {
 public:
  World(const TemporaryFolder& folder, std::mt19937& random) : folder_(folder), random_(random) {
    fs::create_directories(source());
  }

  [[nodiscard]] std::string source() const { return folder_ / "in"; }
  int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(random_); }

  void change() {
    const std::string path = fmt::format("{}/{}.json", source(), below(4));
    std::vector<Sent>& items = files_[path];
    if (below(5) == 0) items.clear();
    if (!items.empty() && below(3) == 0) items.erase(items.begin() + below(static_cast<int>(items.size())));
    for (Sent& sent : items)
      if (below(4) == 0) sent = some_item();
    if (items.size() < 5 && below(4) != 0)
      items.insert(items.begin() + below(static_cast<int>(items.size()) + 1), some_item());
    std::string text;
    for (const Sent& sent : items) text += line_of(sent);
    if (!items.empty()) return write_file(path, text);
    fs::remove(path);
    files_.erase(path);
  }

  /// What the index must hold: by id, the files that hold the item, and the path and text that count.
  [[nodiscard]] std::map<std::string, std::string> expected() const {
    std::map<int, std::pair<std::string, Sent>> winners;
    std::map<int, std::set<std::string>> claims;
    for (const auto& [path, items] : files_)
      for (const Sent& sent : items) {
        claims[sent.id].insert("XF:" + content_hash(path) + ":0\n");
        const auto [winner, is_first] = winners.try_emplace(sent.id, path, sent);
        if (sent.order() >= winner->second.second.order()) winner->second = {path, sent};
      }
    std::map<std::string, std::string> all;
    for (const auto& [id, winner] : winners) {
      std::string& text = all[fmt::format("Qurn:item:{}", id)];
      for (const std::string& claim : claims[id]) text += claim;
      const auto& [path, sent] = winner;
      text += path + (sent.is_withdrawn ? " withdrawn" : fmt::format(" take {}", sent.take));
    }
    return all;
  }

 private:
  Sent some_item() { return {below(4), below(4), below(5) == 0, ++takes_}; }

  const TemporaryFolder& folder_;
  std::mt19937& random_;
  int takes_ = 0;
  std::map<std::string, std::vector<Sent>> files_;
};

std::string between(const std::string& text, const std::string& before, const std::string& after) {
  const std::size_t begin = text.find(before);
  if (begin == std::string::npos) return "";
  const std::size_t from = begin + before.size();
  return text.substr(from, text.find(after, from) - from);
}

/// The parts of a snapshot that World::expected() tells.
std::map<std::string, std::string> reduced(const std::map<std::string, std::string>& documents) {
  std::map<std::string, std::string> all;
  for (const auto& [id, text] : documents) {
    std::string& kept = all[id];
    for (std::size_t at = text.find("XF:"); at != std::string::npos; at = text.find("XF:", at + 1))
      kept += text.substr(at, text.find('\n', at) + 1 - at);
    const bool is_withdrawn = text.find("\"withdrawn\":1") != std::string::npos;
    kept += between(text, "\"path\":\"", "\"") + " " +
            (is_withdrawn ? "withdrawn" : between(text, "\"body\":\"", "\""));
  }
  return all;
}

/// A run that may be ended early in one way or another.
void run_partly(World& world, const UpdateRequest& request) {
  Stopper stopper(1 + world.below(8));
  Breaker breaker(1 + world.below(8));
  try {
    update(request, world.below(2) == 0 ? static_cast<RunObserver&>(stopper) : breaker);
  } catch (const std::exception&) {
    // The breaker did it.
  }
}

}  // namespace

TEST_SUITE("property") {
  TEST_CASE("of all versions of an item the highest counts whatever files hold it and whatever ran before") {
    const unsigned from = test_seed();
    CAPTURE(from);
    std::mt19937 random(from);
    const TemporaryFolder folder;
    World world(folder, random);
    UpdateRequest request{folder / "index", {world.source()}, 1};
    request.allow_mass_delete = true;
    UpdateRequest fresh{folder / "fresh", {world.source()}, 64 << 20};
    fresh.allow_mass_delete = true;
    Listener listener;
    for (int step = 0; step < 300; ++step) {
      CAPTURE(step);
      for (int changes = world.below(4); changes >= 0; --changes) world.change();
      request.batch_bytes = world.below(2) == 0 ? 1 : 1 << 20;
      if (world.below(2) == 0) {
        run_partly(world, request);
        continue;
      }
      update(request, listener);
      REQUIRE(reduced(snapshot(request.index)) == world.expected());
      REQUIRE_FALSE(update(request, listener).changed());
      if (world.below(4) != 0) continue;
      rebuild(fresh, listener);
      REQUIRE(snapshot(fresh.index) == snapshot(request.index));
    }
    CHECK(listener.rejections.empty());
  }
}
