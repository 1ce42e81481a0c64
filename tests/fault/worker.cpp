// SPDX-License-Identifier: GPL-3.0-or-later
// What the fault suite runs, kills and starves: the library's own functions, with batches as small as one
// likes, and a reader that asks until it is told to stop. Exit codes are those of newsline-index.
#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include "common/error.h"
#include "common/index/update.h"
#include "common/index/upkeep.h"
#include "common/search/archive.h"
#include "common/search/query/parse_query.h"
#include "indexer/last_words.h"
#include "tests/fault/trial/content.h"

using namespace newsline;

namespace {

class Silent : public RunObserver {
 public:
  void rejected(const Rejection& rejection) override { fmt::print(stderr, "{}\n", describe(rejection)); }
  void progress(const RunReport&, std::uint64_t, const std::string&) override {}
  void repaired(const std::string& damage, const std::string& generation) override {
    fmt::print(stderr, "{}{} is built, because of: {}\n", fault::kRepaired, generation, damage);
  }
};

UpdateRequest request_of(const std::vector<std::string>& arguments) {
  UpdateRequest request;
  request.index = arguments[1];
  request.batch_bytes = std::stoul(arguments[2]);
  request.sources.assign(arguments.begin() + 3, arguments.end());
  request.allow_mass_delete = true;
  request.workers = 1;
  request.list_bytes = 1;  // so that lists of files are written too
  return request;
}

int told(const RunReport& report) {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  fmt::print("{} added, {} replaced, {} removed, peak {} kB\n", report.articles_added,
             report.articles_replaced, report.articles_removed, usage.ru_maxrss);
  return report.rejections == 0 ? 0 : 3;
}

sigset_t stop_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  return signals;
}

int told(const CheckReport& report) {
  for (const std::string& problem : report.first_problems) fmt::print("{}\n", problem);
  return report.is_whole() ? 0 : exit_code(ErrorKind::data);
}

int show(const std::string& index) {
  const fault::Content content = fault::content_of(index);
  for (const auto& [id, article] : content.articles) fmt::print("{}\n", article);
  fmt::print("answers\n{}", content.answers);
  return 0;
}

/// Whether whoever started the reader has sent SIGTERM, which is blocked.
bool is_told_to_stop() {
  const sigset_t signals = stop_signals();
  const timespec at_once{};
  return sigtimedwait(&signals, nullptr, &at_once) > 0;
}

std::size_t open_files() {
  const std::filesystem::directory_iterator files("/proc/self/fd");
  return static_cast<std::size_t>(std::distance(begin(files), end(files)));
}

/// Asks for all articles again and again, now of an archive that stays open, now of one that is opened anew.
/// In every state there are at least `least` articles; where `versioned`, all have the one tag vN of the
/// state, and N never falls.
class Reader {
 public:
  Reader(std::string index, std::uint64_t least, bool versioned)
      : index_(std::move(index)), least_(least), versioned_(versioned), kept_(index_) {
    request_.query = std::get<QueryNode>(parse_query("story", {}));
    request_.limit = 5;
    request_.facets.push_back({FacetField::tag, 1000});
  }

  void ask() {
    ++asked_;
    try {
      if (asked_ % 2 == 0) {
        judge(kept_.search(request_), newest_kept_);
      } else {
        judge(Archive(index_).search(request_), newest_fresh_);
      }
    } catch (const Error& error) {
      ++errors_;
      fmt::print(stderr, "{}\n", error.what());
    }
    most_files_ = std::max(most_files_, open_files());
    if (asked_ == 10) files_at_first_ = most_files_;
  }

  void tell() const {
    fmt::print("asked {} errors {} wrong {} files {} {}\n", asked_, errors_, wrong_, files_at_first_,
               most_files_);
  }

 private:
  void judge(const Page& page, int& newest) {
    bool is_right = page.total >= least_ && page.hits.size() == std::min<std::uint64_t>(5, page.total);
    if (versioned_) {
      const auto& tags = page.facets.at(0).counts;
      const int version = tags.empty() ? -1 : std::stoi(tags[0].value.substr(1));
      is_right = is_right && tags.size() == 1 && tags[0].count == page.total && version >= newest;
      for (const Hit& hit : page.hits)
        is_right = is_right && hit.title.text.find(fmt::format("version {} ", version)) != std::string::npos;
      newest = version;
    }
    if (is_right) return;
    ++wrong_;
    fmt::print(stderr, "a wrong answer: {} articles\n", page.total);
  }

  std::string index_;
  std::uint64_t least_;
  bool versioned_;
  Archive kept_;
  Request request_;
  int newest_kept_ = 0;
  int newest_fresh_ = 0;
  std::uint64_t asked_ = 0;
  std::uint64_t errors_ = 0;
  std::uint64_t wrong_ = 0;
  std::size_t files_at_first_ = 0;
  std::size_t most_files_ = 0;
};

int read_until_told(const std::vector<std::string>& arguments) {
  const sigset_t signals = stop_signals();
  sigprocmask(SIG_BLOCK, &signals, nullptr);
  Reader reader(arguments[1], std::stoul(arguments[2]), arguments[3] == "versioned");
  fmt::print("reading\n");
  std::fflush(stdout);
  do reader.ask();
  while (!is_told_to_stop());
  reader.tell();
  return 0;
}

int act(const std::vector<std::string>& arguments) {
  Silent observer;
  const std::string& what = arguments.at(0);
  if (what == "update") return told(update(request_of(arguments), observer));
  if (what == "rebuild") return told(rebuild(request_of(arguments), observer));
  if (what == "forget") return told(forget(arguments.at(1), arguments.at(2), observer));
  if (what == "repair") return repair(arguments.at(1)).lost == 0 ? 0 : 3;
  if (what == "read") return read_until_told(arguments);
  if (what == "show") return show(arguments.at(1));
  if (what == "check") return told(check(arguments.at(1), CheckDepth::full));
  if (what == "rollback") {
    fmt::print("{}\n", rollback(arguments.at(1)));
    return 0;
  }
  throw Error(ErrorKind::usage, "there is no such work: " + what);
}

}  // namespace

int main(int count, char** arguments) {
  tell_before_terminating();
  try {
    return act({arguments + 1, arguments + count});
  } catch (const Error& error) {
    fmt::print(stderr, "newsline-fault-worker: {}\n  {}\n", error.what(), error.hint());
    return exit_code(error.kind());
  }
}
