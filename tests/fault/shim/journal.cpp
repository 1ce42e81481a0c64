// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/shim/journal.h"

#include <sys/syscall.h>
#include <unistd.h>

#include <string>

#include "tests/fault/shim/plan.h"

namespace newsline::fault {
namespace {

std::mutex& one_step() {
  static std::mutex mutex;
  return mutex;
}

}  // namespace

JournalEntry::JournalEntry() : writes_(plan().journal >= 0) {
  if (writes_) one_step().lock();
}

JournalEntry::~JournalEntry() {
  if (writes_) one_step().unlock();
}

void JournalEntry::note(Step step, std::uint64_t handle, std::uint64_t number, std::string_view text,
                        std::string_view more) const {
  if (!writes_) return;
  const StepHeader header{step, handle, number, text.size() + more.size()};
  std::string record(reinterpret_cast<const char*>(&header), sizeof header);
  record.append(text).append(more);
  if (syscall(SYS_write, plan().journal, record.data(), record.size()) != static_cast<long>(record.size()))
    end_process();
}

}  // namespace newsline::fault
