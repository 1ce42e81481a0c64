// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/trial/injection.h"

#include <fmt/format.h>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/support/temporary_folder.h"

namespace newsline::fault {
namespace {

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

std::string describe(const Fault& fault) {
  const bool fails = fault.deed == Deed::once || fault.deed == Deed::forever;
  return fmt::format("{} at {} {}{}", kDeedNames[static_cast<std::size_t>(fault.deed)],
                     kCallNames[static_cast<std::size_t>(fault.call)], fault.at,
                     fails ? fmt::format(", {}", std::strerror(fault.error_number)) : "");
}

bool can_inject() {
  static const bool kCan = [] {
    const TemporaryFolder folder;
    const Injected probe =
        run_with({}, folder.path(), worker({"update", folder / "index", "1", folder / "none"}));
    return probe.outcome.exit_code == 2 &&
           run_with({}, folder.path(), worker({"rollback", folder / "index"})).calls(Call::open) > 0;
  }();
  return kCan;
}

Command worker(std::vector<std::string> arguments) {
  Command command;
  command.arguments = std::move(arguments);
  command.arguments.insert(command.arguments.begin(), NEWSLINE_FAULT_WORKER);
  return command;
}

Injected run_with(const Fault& fault, const std::string& root, Command command, const std::string& journal) {
  const TemporaryFolder folder;
  const Counts none;
  write_file(folder / "counts", {reinterpret_cast<const char*>(&none), sizeof none});
  command.environment["LD_PRELOAD"] = NEWSLINE_FAULT_SHIM;
  // Xapian lets go of memory late or never where a call fails to it, and the sanitizer's reader of symbols
  // would go through the shim: neither is ours.
  command.environment["ASAN_OPTIONS"] = "verify_asan_link_order=0:detect_leaks=0:symbolize=0";
  command.environment[variable::kRoot] = root;
  command.environment[variable::kCall] = kCallNames[static_cast<std::size_t>(fault.call)];
  command.environment[variable::kAt] = std::to_string(fault.at);
  command.environment[variable::kDeed] = kDeedNames[static_cast<std::size_t>(fault.deed)];
  command.environment[variable::kErrno] = std::to_string(fault.error_number);
  command.environment[variable::kOther] = fault.other;
  command.environment[variable::kCounts] = folder / "counts";
  command.environment[variable::kJournal] = journal;
  Injected injected{run(command), {}};
  const std::string counts = bytes_of(folder / "counts");
  std::memcpy(&injected.counts, counts.data(), std::min(counts.size(), sizeof injected.counts));
  return injected;
}

}  // namespace newsline::fault
