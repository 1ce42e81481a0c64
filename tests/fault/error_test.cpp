// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <string>
#include <vector>

#include "common/error.h"
#include "common/index/update.h"
#include "tests/article/container/packing.h"
#include "tests/article/warc/archive_text.h"
#include "tests/fault/trial/readers.h"
#include "tests/fault/trial/world.h"
#include "tests/index/observers.h"
#include "tests/support/effort.h"

using namespace newsline;
using namespace newsline::fault;

namespace {

constexpr std::array kFailing = {Call::open,   Call::read,   Call::write, Call::fsync, Call::fdatasync,
                                 Call::rename, Call::unlink, Call::close, Call::mkdir, Call::truncate};

/// Every failure there can be of calls that are made so often; in the quick form, so many of them.
std::vector<Fault> failures(Trial& trial, const Counts& counts, std::size_t quick) {
  std::vector<Fault> all;
  for (const Call call : kFailing)
    for (std::uint64_t at = 1; at <= counts.calls[static_cast<std::size_t>(call)]; ++at)
      for (const int number : {EIO, ENOSPC})
        for (const Deed deed : {Deed::once, Deed::forever}) all.push_back({call, at, deed, number});
  const std::size_t most = trials(1500, quick);
  for (std::size_t i = 0; i < std::min(most, all.size()); ++i)
    std::swap(all[i], all[i + trial.below(all.size() - i)]);
  if (all.size() > most) all.resize(most);
  return all;
}

/// What is wrong with how a run ended at which a call failed. That a file could not be closed, or what is
/// left over not be removed, may be passed over by a run that has done its work.
std::string wrong_ending(const World& world, const Fault& fault, const Outcome& outcome) {
  if (outcome.exit_code == 0)
    return articles_of(world.index()) == world.golden(world.state()).articles ? ""
                                                                              : "it says that all is well";
  // A source that could not be read keeps its articles until it can be.
  constexpr int kRejections = 3;
  const bool is_rejected = outcome.errors.find("cannot read: ") != std::string::npos;
  if (outcome.exit_code == kRejections && fault.call == Call::read && is_rejected) return "";
  const bool tells = outcome.errors.find(": cannot ") != std::string::npos &&
                     outcome.errors.find("\n  ") != std::string::npos;
  if (!tells) return "it does not say what is the matter: " + outcome.errors;
  // To open, read or close what is there needs no room, whatever the system says.
  const bool is_full = fault.error_number == ENOSPC && fault.call != Call::open && fault.call != Call::read &&
                       fault.call != Call::close;
  const int expected = exit_code(ErrorKind::cannot_write);
  if (outcome.exit_code == expected) return "";
  if (!is_full && outcome.exit_code == exit_code(ErrorKind::data)) return "";
  return fmt::format("it ends with {}: {}", outcome.exit_code, outcome.errors);
}

void fail_at(Trial& trial, World& world, const Fault& fault, const std::string& what,
             std::size_t batch_bytes) {
  CAPTURE(describe(fault));
  world.turn();
  const Injected injected = run_with(fault, world.index(), world.run_of(what, batch_bytes));
  CAPTURE(injected.outcome.errors);
  ++trial.figures.runs;
  trial.figures.faults += injected.counts.faults == 0 ? 0 : 1;
  CHECK(wrong_ending(world, fault, injected.outcome) == "");
  const bool failed = injected.outcome.exit_code != 0;
  CHECK(world.verdict(acknowledged_by(injected, what, batch_bytes), failed) == "");
  REQUIRE(world.completion() == "");
}

Counts counts_of(World& world, const std::string& what, std::size_t batch_bytes) {
  world.turn();
  const Injected whole = run_with({}, world.index(), world.run_of(what, batch_bytes));
  REQUIRE(whole.outcome.exit_code == 0);
  return whole.counts;
}

void fail_all(Trial& trial, World& world, const std::string& what, std::size_t batch_bytes,
              std::size_t quick) {
  for (const Fault& fault : failures(trial, counts_of(world, what, batch_bytes), quick))
    fail_at(trial, world, fault, what, batch_bytes);
}

constexpr std::size_t kPagesInContainer = 30;

/// A tar, a zip and a web archive, each of so many articles of a version; too long for one block.
void write_containers(const std::string& source, int version) {
  for (const std::string kind : {"tar", "zip"}) {
    std::string lines;
    for (std::size_t i = 0; i < kPagesInContainer; ++i)
      lines += fmt::format(R"({{"url":"https://{}.example/{}","title":"Version {}","body":"{}"}})", kind, i,
                           version, std::string(10'000, 'a')) +
               '\n';
    write_file(source + "/news." + kind, test::packed({{"news.jsonl", lines}}, kind));
  }
  std::string records;
  for (std::size_t i = 0; i < kPagesInContainer; ++i)
    records += test::warc_record("response", fmt::format("https://warc.example/{}", i),
                                 test::answer(test::page(fmt::format("Version {}", version)) +
                                              fmt::format("<p>{}</p>", std::string(10'000, 'a'))));
  write_file(source + "/news.warc", records);
}

bool has_all_of(const std::string& index, int version) {
  const auto articles = articles_of(index);
  return std::all_of(articles.begin(), articles.end(), [&](const auto& article) {
    return article.second.find(fmt::format("\"Version {}\"", version)) != std::string::npos;
  });
}

}  // namespace

TEST_SUITE("fault") {
  TEST_CASE("an update at which a call fails says so and loses nothing while others read") {
    if (!can_inject()) return;
    Trial trial("failing updates");
    World world(trial);
    Readers readers(world.index(), 1, world.steady_articles());
    fail_all(trial, world, "update", 1, 40);
    fail_all(trial, world, "update", 64 << 20, 10);
    CHECK(readers.stop(trial.figures) == "");
    CHECK(trial.figures.reader_errors + trial.figures.wrong_answers + trial.figures.lost == 0);
  }

  TEST_CASE("an index that can be written and not read any more is left as it was committed") {
    if (!can_inject()) return;
    Trial trial("updates that can only write");
    World world(trial);
    const std::uint64_t reads = counts_of(world, "update", 1).calls[static_cast<std::size_t>(Call::read)];
    for (std::size_t i = 0; i < trials(300, 25); ++i)
      fail_at(trial, world, {Call::read, 1 + trial.below(reads), Deed::forever, EIO}, "update", 1);
    CHECK(trial.figures.damaged == 0);
  }

  TEST_CASE("a rebuild at which a call fails says so and leaves the former or the new generation") {
    if (!can_inject()) return;
    Trial trial("failing rebuilds");
    World world(trial);
    Readers readers(world.index(), 1, world.steady_articles());
    fail_all(trial, world, "rebuild", 1, 40);
    CHECK(readers.stop(trial.figures) == "");
    CHECK(trial.figures.reader_errors + trial.figures.wrong_answers + trial.figures.lost == 0);
  }

  TEST_CASE("a reader at which a call fails says so or answers right") {
    if (!can_inject()) return;
    Trial trial("failing readers");
    const World world(trial);
    const Injected whole = run_with({}, world.index(), worker({"show", world.index()}));
    REQUIRE(whole.outcome.exit_code == 0);
    const std::size_t longest_step = is_long() ? 1 : 20 * (4 / test::effort(4));
    for (const Call call : {Call::open, Call::read})
      for (std::uint64_t at = 1; at <= whole.calls(call); at += 1 + trial.below(longest_step))
        for (const int number : {EIO, EMFILE})
          for (const Deed deed : {Deed::once, Deed::forever}) {
            const Fault fault{call, at, deed, number};
            CAPTURE(describe(fault));
            const Outcome outcome = run_with(fault, world.index(), worker({"show", world.index()})).outcome;
            CAPTURE(outcome.errors);
            ++trial.figures.runs;
            ++trial.figures.faults;
            if (outcome.exit_code == 0)
              CHECK(outcome.output == whole.outcome.output);
            else
              CHECK(outcome.errors.find(": cannot ") != std::string::npos);
          }
  }

  TEST_CASE("a source that cannot be read keeps its articles until it can") {
    if (!can_inject()) return;
    Trial trial("unreadable sources");
    World world(trial);
    world.turn();
    const Injected whole = run_with({}, world.source(), world.run_of("update"));
    REQUIRE(whole.outcome.exit_code == 0);
    for (const Call call : {Call::open, Call::read})
      for (std::uint64_t at = 1; at <= whole.calls(call); ++at) {
        const Fault fault{call, at, Deed::once, EIO};
        CAPTURE(describe(fault));
        world.turn();
        const Injected injected = run_with(fault, world.source(), world.run_of("update"));
        CAPTURE(injected.outcome.errors);
        ++trial.figures.runs;
        trial.figures.faults += injected.counts.faults;
        CHECK(injected.outcome.exit_code == (injected.counts.faults == 0 ? 0 : 3));
        CHECK(world.verdict(0) == "");
        REQUIRE(world.completion() == "");
      }
    CHECK(trial.figures.faults > 10);
    CHECK(trial.figures.lost == 0);
  }

  TEST_CASE("a container that cannot be read keeps its articles until it can") {
    if (!can_inject()) return;
    Trial trial("unreadable containers");
    const TemporaryFolder folder;
    const std::string source = folder / "in";
    Listener listener;
    std::filesystem::create_directory(source);
    write_containers(source, 1);
    update({folder / "index", {source}}, listener);
    const std::size_t all = articles_of(folder / "index").size();
    REQUIRE(all == 3 * kPagesInContainer);
    std::uint64_t faults = 1;
    for (const Call call : {Call::open, Call::read})
      for (std::uint64_t at = 1; faults > 0; ++at) {
        const Fault fault{call, at, Deed::once, EIO};
        CAPTURE(describe(fault));
        const int version = static_cast<int>(1 - at % 2);
        write_containers(source, version);
        const Command command = worker({"update", folder / "index", "67108864", source});
        const Injected injected = run_with(fault, source, command);
        faults = injected.counts.faults;
        ++trial.figures.runs;
        trial.figures.faults += faults;
        // What was read ahead and then not needed is no fault of the run: then it has all.
        const bool tells = faults > 0 && injected.outcome.exit_code == 3;
        if (!tells) CHECK(injected.outcome.exit_code == 0);
        CHECK((tells || has_all_of(folder / "index", version)));
        CHECK(articles_of(folder / "index").size() == all);
        REQUIRE(run(command).exit_code == 0);
        if (faults == 0 && call == Call::open) {
          faults = 1;
          break;
        }
      }
    CHECK(trial.figures.faults > 6);
  }
}
