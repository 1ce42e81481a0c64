// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/shim/plan.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdlib>

namespace newsline::fault {
namespace {

std::string setting(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

template <typename Names>
std::size_t place_of(const Names& names, const std::string& name) {
  const auto found = std::find(names.begin(), names.end(), name);
  return found == names.end() ? 0 : static_cast<std::size_t>(found - names.begin());
}

/// The system's own open: ours counts.
int open_uncounted(const std::string& path, int flags) {
  return static_cast<int>(syscall(SYS_openat, AT_FDCWD, path.c_str(), flags | O_CLOEXEC, 0600));
}

Plan plan_of_environment() {
  Plan asked;
  asked.root = setting(variable::kRoot);
  asked.call = static_cast<Call>(place_of(kCallNames, setting(variable::kCall)));
  asked.deed = static_cast<Deed>(place_of(kDeedNames, setting(variable::kDeed)));
  asked.at = std::strtoull(setting(variable::kAt).c_str(), nullptr, 10);
  asked.error_number = std::atoi(setting(variable::kErrno).c_str());
  asked.other = setting(variable::kOther);
  const std::string journal = setting(variable::kJournal);
  if (!journal.empty()) asked.journal = open_uncounted(journal, O_WRONLY | O_APPEND | O_CREAT);
  return asked;
}

Counts* shared_counts() {
  static Counts* const kCounts = [] {
    static Counts own;
    const std::string path = setting(variable::kCounts);
    if (path.empty()) return &own;
    const int file = open_uncounted(path, O_RDWR);
    void* shared = mmap(nullptr, sizeof(Counts), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    syscall(SYS_close, file);
    return shared == MAP_FAILED ? &own : static_cast<Counts*>(shared);
  }();
  return kCounts;
}

std::uint64_t add_one(std::uint64_t& number) { return std::atomic_ref(number).fetch_add(1) + 1; }

}  // namespace

const Plan& plan() {
  static const Plan kAsked = plan_of_environment();
  return kAsked;
}

Deed count(Call call) {
  const std::uint64_t ordinal = add_one(shared_counts()->calls[static_cast<std::size_t>(call)]);
  const Plan& asked = plan();
  if (asked.deed == Deed::nothing || asked.call != call || ordinal < asked.at) return Deed::nothing;
  if (ordinal != asked.at && asked.deed != Deed::forever) return Deed::nothing;
  add_one(shared_counts()->faults);
  return asked.deed;
}

void count_commit() { add_one(shared_counts()->commits); }

void end_process() {
  syscall(SYS_kill, syscall(SYS_getpid), SIGKILL);
  for (;;) pause();
}

}  // namespace newsline::fault
