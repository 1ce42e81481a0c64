// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include "tests/fault/trial/world.h"

using namespace newsline;
using namespace newsline::fault;

namespace {

namespace fs = std::filesystem;

/// What a run may take, whatever it is given. Most is needed by an article of eight megabytes of which every
/// word is another: 709 MB, some 700 bytes a word in the buffers of Xapian and on the way there.
constexpr long kMostKilobytes = 800L << 10;

struct Bounded {
  Outcome outcome;
  long peak_kilobytes = 0;
};

Bounded update_of(Trial& trial, const TemporaryFolder& folder, const std::string& what = "update") {
  Command command = worker({what, folder / "index", "67108864", folder / "in"});
  command.deadline = std::chrono::seconds(600);
  ++trial.figures.runs;
  Bounded bounded{run(command)};
  const std::size_t at = bounded.outcome.output.find("peak ");
  if (at != std::string::npos) bounded.peak_kilobytes = std::atol(bounded.outcome.output.c_str() + at + 5);
  return bounded;
}

bool holds(const TemporaryFolder& folder, int id) {
  return articles_of(folder / "index").contains(fmt::format("https://example.org/{}", id));
}

void make_socket(const std::string& path) {
  const int file = socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  path.copy(address.sun_path, sizeof address.sun_path - 1);
  CHECK(bind(file, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
  close(file);
}

}  // namespace

TEST_SUITE("fault") {
  TEST_CASE("a tree of traps is walked without falling into any") {
    Trial trial("hostile trees");
    const TemporaryFolder folder;
    const std::string in = folder / "in";
    write_file(folder / "outside/secret.jsonl", record(900, 1));
    write_file(in + "/good.jsonl", record(1, 1));
    fs::create_directory_symlink(in, in + "/loop");
    fs::create_symlink("itself", in + "/itself");
    fs::create_directory_symlink(folder / "outside", in + "/out");
    fs::create_symlink(folder / "outside/secret.jsonl", in + "/out.jsonl");
    REQUIRE(mkfifo((in + "/pipe.jsonl").c_str(), 0600) == 0);
    make_socket(in + "/s.jsonl");
    if (geteuid() == 0) CHECK(mknod((in + "/zero.jsonl").c_str(), S_IFCHR | 0600, makedev(1, 5)) == 0);
    write_file(in + "/line\nbreak.jsonl", record(2, 1));
    write_file(in + "/not\xff utf8\x1b[2J.jsonl", record(3, 1));
    write_file(in + "/" + std::string(249, 'n') + ".jsonl", record(4, 1));
    write_file(in + "/empty.jsonl", "");
    write_file(in + "/empty.txt", "");
    std::string deep = in;
    for (int level = 0; level < 99; ++level) deep += "/d";
    write_file(deep + "/deep.jsonl", record(5, 1));
    write_file(deep + "/d/d/too-deep.jsonl", record(6, 1));

    const Bounded first = update_of(trial, folder);
    CHECK(first.outcome.exit_code == 3);  // what is too deep is told
    for (int id = 1; id <= 5; ++id) CHECK(holds(folder, id));
    CHECK_FALSE(holds(folder, 6));
    CHECK_FALSE(holds(folder, 900));
    CHECK(problems_of(folder / "index") == "");
    CHECK(update_of(trial, folder).outcome.output.starts_with("0 added, 0 replaced, 0 removed"));
  }

  TEST_CASE("what becomes of a file while it is read harms nobody") {
    if (!can_inject()) return;
    Trial trial("files that change while they are read");
    for (const Deed deed : {Deed::shrink, Deed::vanish, Deed::replace})
      for (const std::string kind : {"file", "pipe"})
        for (const Call call : {Call::open, Call::read})
          for (std::uint64_t at = 1; at <= 4; ++at) {
            if (deed != Deed::replace && kind != "file") continue;
            const TemporaryFolder folder;
            write_file(folder / "in/a.jsonl", record(1, 1) + record(2, 1));
            write_file(folder / "in/b.jsonl", record(3, 1));
            const std::string other = folder / "other";
            if (kind == "file") write_file(other, record(4, 1));
            if (kind == "pipe") REQUIRE(mkfifo(other.c_str(), 0600) == 0);
            const Fault fault{call, at, deed, 0, other};
            CAPTURE(describe(fault));
            CAPTURE(kind);
            Command command = worker({"update", folder / "index", "1000000", folder / "in"});
            command.deadline = std::chrono::seconds(20);
            const Injected injected = run_with(fault, folder / "in", command);
            CAPTURE(injected.outcome.errors);
            ++trial.figures.runs;
            trial.figures.faults += injected.counts.faults;
            CHECK_FALSE(injected.outcome.is_late);
            CHECK((injected.outcome.exit_code == 0 || injected.outcome.exit_code == 3));
            // The next run has what is there now.
            const Bounded next = update_of(trial, folder);
            CHECK(next.outcome.exit_code != 65);
            Command fresh = worker({"update", folder / "fresh", "1000000", folder / "in"});
            CHECK(run(fresh).exit_code == next.outcome.exit_code);
            CHECK(articles_of(folder / "index") == articles_of(folder / "fresh"));
          }
  }

  TEST_CASE("articles beyond measure stay within memory and their neighbours survive") {
    Trial trial("articles beyond measure");
    const TemporaryFolder folder;
    std::string words;
    for (int word = 0; word < (is_long() ? 1'000'000 : 100'000); ++word) words += fmt::format("w{} ", word);
    std::string tags;
    for (int tag = 0; tag < (is_long() ? 100'000 : 20'000); ++tag)
      tags += fmt::format("{}\"tag number {}\"", tag == 0 ? "" : ",", tag);
    write_file(folder / "in/a.jsonl", record(1, 1) +
                                          R"({"url":"https://example.org/2","title":"Many words","body":")" +
                                          words + "\"}\n" + record(3, 1));
    write_file(folder / "in/b.jsonl",
               record(4, 1) + R"({"url":"https://example.org/5","title":"Many tags","body":"b","tags":[)" +
                   tags + "]}\n" + record(6, 1));
    const Bounded bounded = update_of(trial, folder);
    CAPTURE(bounded.outcome.errors);
    CHECK((bounded.outcome.exit_code == 0 || bounded.outcome.exit_code == 3));
    for (const int id : {1, 3, 4, 6}) CHECK(holds(folder, id));
    fmt::print("fault: an article of words beyond measure and one of tags: {} MB at most\n",
               bounded.peak_kilobytes >> 10);
    if (can_inject()) CHECK(bounded.peak_kilobytes < kMostKilobytes);
    CHECK(problems_of(folder / "index") == "");
  }

  TEST_CASE("a line without end stays within memory and its neighbours survive") {
    Trial trial("lines without end");
    const TemporaryFolder folder;
    const std::uintmax_t bytes = is_long() ? std::uintmax_t{1} << 30 : std::uintmax_t{64} << 20;
    write_file(folder / "in/a.jsonl", record(1, 1));
    std::string text = record(2, 1);
    while (text.size() < 1u << 20) text += record(2, 1);  // so much that it is taken for text
    write_file(folder / "in/b.jsonl", text);
    fs::resize_file(folder / "in/b.jsonl", bytes);  // one line of zeros, which takes no room
    write_file(folder / "in/c.txt", "Story 3 version 1 of it\n\n");
    fs::resize_file(folder / "in/c.txt", bytes);
    write_file(folder / "in/d.jsonl", record(4, 1));
    for (const std::string what : {"update", "rebuild"}) {
      const Bounded bounded = update_of(trial, folder, what);
      CAPTURE(bounded.outcome.errors);
      CHECK(bounded.outcome.exit_code == 3);
      for (const int id : {1, 2, 4}) CHECK(holds(folder, id));
      fmt::print("fault: lines of {} MiB, {}: {} MB at most\n", bytes >> 20, what,
                 bounded.peak_kilobytes >> 10);
      if (can_inject()) CHECK(bounded.peak_kilobytes < kMostKilobytes);
    }
  }
}
