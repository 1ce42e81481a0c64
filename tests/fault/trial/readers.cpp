// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/trial/readers.h"

#include <fmt/format.h>

#include <csignal>
#include <cstdio>
#include <stdexcept>

#include "tests/fault/trial/injection.h"

namespace newsline::fault {

Readers::Readers(const std::string& index, int count, int least_articles, bool versioned) {
  for (int i = 0; i < count; ++i) {
    Command command =
        worker({"read", index, std::to_string(least_articles), versioned ? "versioned" : "any"});
    command.deadline = std::chrono::seconds(3600);
    // A block that a writer overwrites while it is read can be torn. Xapian trusts the lengths in it, copies
    // beyond the block and finds out afterwards, and the archive asks again: the sanitizer would end the
    // program at the copy.
    command.environment["ASAN_OPTIONS"] = "replace_intrin=0:new_delete_type_mismatch=0";
    processes_.push_back(std::make_unique<Process>(command));
    if (!processes_.back()->wait_for_text("reading")) throw std::runtime_error("a reader does not begin");
  }
}

std::string Readers::stop(Figures& figures) {
  std::string complaints;
  for (auto& process : processes_) process->send_signal(SIGTERM);
  for (auto& process : processes_) {
    const Outcome outcome = process->finish();
    unsigned long asked = 0;
    unsigned long errors = 0;
    unsigned long wrong = 0;
    unsigned long files_at_first = 0;
    unsigned long most_files = 0;
    const std::size_t figures_at = outcome.output.find("asked");
    if (figures_at == std::string::npos ||
        std::sscanf(outcome.output.c_str() + figures_at, "asked %lu errors %lu wrong %lu files %lu %lu",
                    &asked, &errors, &wrong, &files_at_first, &most_files) != 5) {
      complaints += fmt::format("a reader ended by itself with exit code {}, signal {}: {}{}\n",
                                outcome.exit_code, outcome.signal, outcome.output, outcome.errors);
      ++figures.reader_errors;
      continue;
    }
    figures.asked += asked;
    figures.reader_errors += errors;
    figures.wrong_answers += wrong;
    if (most_files > files_at_first + 8)  // those of one generation more
      complaints += fmt::format("a reader has {} open files, and had {}\n", most_files, files_at_first);
    complaints += outcome.errors;
  }
  return complaints;
}

}  // namespace newsline::fault
