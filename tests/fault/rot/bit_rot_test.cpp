// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "common/error.h"
#include "common/index/folder/index_folder.h"
#include "tests/fault/trial/world.h"

using namespace newsline;
using namespace newsline::fault;

namespace {

namespace fs = std::filesystem;

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// One bit turned, the end cut off, or 4 KiB of zeros.
std::string rotten(Trial& trial, std::string bytes) {
  constexpr std::size_t kPageBytes = 4096;
  const std::size_t at = trial.below(bytes.size());
  switch (trial.below(3)) {
    case 0:
      bytes[at] = static_cast<char>(bytes[at] ^ (1 << trial.below(8)));
      break;
    case 1:
      bytes.resize(at);
      break;
    default: {
      const std::size_t page = at - at % kPageBytes;
      const std::size_t size = std::min(kPageBytes, bytes.size() - page);
      bytes.replace(page, size, size, '\0');
    }
  }
  return bytes;
}

/// What the reader process saw of a damaged index: nothing wrong, an error that says so, or articles or
/// answers that are not the true ones. It is a process of its own, for damage can lead Xapian anywhere.
enum class Seen { the_truth, an_error, a_crash, wrong_text, wrong_answers };

Seen seen_by_reader(const Outcome& outcome, const Content& truth) {
  if (outcome.exit_code == exit_code(ErrorKind::data)) return Seen::an_error;
  if (outcome.exit_code != 0) return Seen::a_crash;
  const std::size_t split = outcome.output.find("answers\n");
  std::string articles;
  for (const auto& [id, text] : truth.articles) articles += text + '\n';
  const std::string shown = outcome.output.substr(0, split);
  // Every line that is shown is a true article, even where some are missing.
  for (std::size_t at = 0; at < shown.size();) {
    const std::size_t end = shown.find('\n', at);
    if (articles.find(shown.substr(at, end + 1 - at)) == std::string::npos) return Seen::wrong_text;
    at = end + 1;
  }
  const bool is_true = shown == articles && outcome.output.substr(split + 8) == truth.answers;
  return is_true ? Seen::the_truth : Seen::wrong_answers;
}

}  // namespace

TEST_SUITE("fault") {
  TEST_CASE("rotten text is never shown and a check finds what it promises") {
    Trial trial("bit rot");
    World world(trial);
    const std::string folder = world.index() + "/" + *current_generation(world.index());
    std::vector<std::string> files;
    for (const auto& entry : fs::directory_iterator(folder))
      if (entry.file_size() != 0) files.push_back(entry.path().string());
    std::sort(files.begin(), files.end());
    std::map<Seen, int> seen;
    int found = 0;
    int missed = 0;
    const std::size_t damages = trials(500, 50);
    for (std::size_t i = 0; i < damages; ++i) {
      const std::string& file = files[i % files.size()];
      const std::string whole = bytes_of(file);
      const std::string damaged = rotten(trial, whole);
      CAPTURE(file);
      CAPTURE(i);
      if (damaged == whole) continue;
      write_file(file, damaged);
      ++trial.figures.faults;
      trial.figures.runs += 2;
      const Seen saw = seen_by_reader(run(worker({"show", world.index()})), world.golden(0));
      ++seen[saw];
      CHECK(saw != Seen::wrong_text);
      const Outcome checked = run(worker({"check", world.index()}));
      const bool is_found = checked.exit_code != 0;
      (is_found ? found : missed) += 1;
      // What a reader can come upon, a check has to find.
      if (saw != Seen::the_truth) CHECK(is_found);
      write_file(file, whole);
    }
    fmt::print(
        "fault: of {} damages to a generation readers met {} as errors and {} as crashes, {} gave wrong "
        "answers and "
        "none wrong text, {} did not matter to them; a check found {} and missed {}\n",
        damages, seen[Seen::an_error], seen[Seen::a_crash], seen[Seen::wrong_answers], seen[Seen::the_truth],
        found, missed);
    CHECK(content_of(world.index()) == world.golden(0));
  }
}
