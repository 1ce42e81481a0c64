// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "common/index/folder/index_folder.h"
#include "common/index/update.h"
#include "common/index/upkeep.h"
#include "tests/fault/trial/world.h"
#include "tests/index/observers.h"

using namespace newsline;
using namespace newsline::fault;

namespace {

namespace fs = std::filesystem;

/// A source that changes at random, on disk and as a model of what an index of it holds.
class Model {
 public:
  Model(Trial& trial, std::string folder) : trial_(trial), folder_(std::move(folder)) {
    fs::create_directories(folder_);
  }

  void change() {
    const std::string name = fmt::format("{}.jsonl", trial_.below(6));
    const std::string other = fmt::format("{}.jsonl", trial_.below(6));
    switch (trial_.below(7)) {
      case 0:
        files_.erase(name);
        fs::remove(folder_ + "/" + name);
        return;
      case 1:
        if (!files_.contains(name) || name == other) return;
        files_[other] = files_.extract(name).mapped();
        return fs::rename(folder_ + "/" + name, folder_ + "/" + other);
      case 2:
        if (files_.contains(name))
          fs::last_write_time(folder_ + "/" + name, fs::file_time_type::clock::now());
        return;
      default:
        change_records(name);
    }
  }

  /// What an index must hold, by id: the version, and the file that the record is from.
  [[nodiscard]] std::map<std::string, std::string> expected() const {
    std::map<std::string, std::string> all;
    for (const auto& [name, records] : files_)
      for (const auto& [id, version] : records)
        all[fmt::format("https://example.org/{}", id)] = fmt::format("{} {}", version, name);
    return all;
  }

  /// A file that is there; nothing if there is none.
  [[nodiscard]] std::string some_file() const {
    return files_.empty() ? "" : folder_ + "/" + std::next(files_.begin(), offset(files_.size()))->first;
  }

 private:
  using Records = std::vector<std::pair<int, int>>;

  [[nodiscard]] std::ptrdiff_t offset(std::size_t count) const {
    return static_cast<std::ptrdiff_t>(trial_.below(count));
  }

  void change_records(const std::string& name) {
    Records& records = files_[name];
    for (std::uint64_t changes = 1 + trial_.below(3); changes > 0; --changes) {
      const auto at = offset(records.size() + 1);
      if (!records.empty() && trial_.below(3) == 0)
        records.erase(records.begin() + std::min(at, std::ssize(records) - 1));
      else
        records.insert(records.begin() + at, {static_cast<int>(trial_.below(20)), ++version_});
    }
    std::string text;
    for (const auto& [id, version] : records) text += record(id, version);
    write_file(folder_ + "/" + name, text);
  }

  Trial& trial_;
  std::string folder_;
  std::map<std::string, Records> files_;
  int version_ = 0;
};

/// The same of an index.
std::map<std::string, std::string> reduced(const std::string& index) {
  std::map<std::string, std::string> all;
  for (const auto& [id, text] : articles_of(index)) {
    const std::size_t version = text.find(" version ") + 9;
    const std::size_t file = text.find(".jsonl\"");
    const std::size_t name = text.rfind('/', file) + 1;
    all[id] = fmt::format("{} {}", text.substr(version, text.find(' ', version) - version),
                          text.substr(name, file + 6 - name));
  }
  return all;
}

class Sequence {
 public:
  explicit Sequence(Trial& trial) : trial_(trial), model_(trial, folder_ / "in") {
    request_.allow_mass_delete = true;
    request_.workers = 1;
    model_.change();
    update(request_, listener_);
  }

  void step() {
    ++trial_.figures.runs;
    request_.batch_bytes = trial_.below(2) == 0 ? 1 : 1 << 20;
    switch (trial_.below(12)) {
      case 0:
        rebuild(request_, listener_);
        return compare();
      case 1:
        return kill(trial_.below(3) == 0 ? "rebuild" : "update");
      case 2:
        return forget_something();
      case 3:
        if (generations(request_.index).size() > 1 &&
            generations(request_.index).front() != current_generation(request_.index))
          rollback(request_.index);
        return;
      case 4:
      case 5:
      case 6:
        update(request_, listener_);
        return compare();
      default:
        model_.change();
    }
  }

  void compare() {
    const auto expected = model_.expected();
    trial_.figures.acknowledged += expected.size();
    REQUIRE(reduced(request_.index) == expected);
  }

  /// Brings an index that went through all of this, and one made at a stroke, to the same state.
  void compare_with_rebuild() {
    update(request_, listener_);
    compare();
    CHECK(problems_of(request_.index) == "");
    const Content updated = content_of(request_.index);
    UpdateRequest fresh{folder_ / "fresh", {folder_ / "in"}};
    fresh.allow_mass_delete = true;
    rebuild(fresh, listener_);
    CHECK(content_of(fresh.index) == updated);
  }

 private:
  void kill(const std::string& what) {
    const Fault fault{static_cast<Call>(trial_.below(kCallNames.size())), 1 + trial_.below(30), Deed::kill};
    const Injected injected =
        run_with(fault, request_.index,
                 worker({what, request_.index, std::to_string(request_.batch_bytes), folder_ / "in"}));
    CAPTURE(describe(fault));
    CAPTURE(injected.outcome.errors);
    if (injected.was_killed()) ++trial_.figures.kills;
    const int code = injected.outcome.exit_code;  // an empty file is a rejection
    CHECK((injected.was_killed() || code == 0 || code == 3));
  }

  /// What is forgotten and still in the source comes back with the next run.
  void forget_something() {
    const std::string file = model_.some_file();
    if (file.empty()) return;
    update(request_, listener_);
    forget(request_.index, file, listener_);
    const std::string name = fs::path(file).filename().string();
    for (const auto& [id, text] : reduced(request_.index)) CHECK_FALSE(text.ends_with(" " + name));
  }

  Trial& trial_;
  TemporaryFolder folder_;
  Model model_;
  Listener listener_;
  UpdateRequest request_{folder_ / "index", {folder_ / "in"}};
};

}  // namespace

TEST_SUITE("fault") {
  TEST_CASE("whatever happens to an index it equals a model and a rebuild in the end") {
    Trial trial("random sequences");
    Sequence sequence(trial);
    const int steps = is_long() ? 10'000 : 300;
    for (int step = 1; step <= steps; ++step) {
      CAPTURE(step);
      sequence.step();
      if (step % 100 == 0) sequence.compare_with_rebuild();
    }
  }
}
