// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/stories/build_time.h"

#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <stdexcept>
#include <vector>

#include "common/index/update.h"
#include "tests/support/process.h"

namespace newsline::stories {
namespace {

constexpr int kRounds = 11;

double median(std::vector<double> odd_number_of_them) {
  std::ranges::sort(odd_number_of_them);
  return odd_number_of_them[odd_number_of_them.size() / 2];
}

/// Everything is read, or the figures are of something else.
class Strict : public RunObserver {
 public:
  void rejected(const Rejection& rejection) override { throw std::runtime_error(rejection.reason); }
  void progress(const RunReport& /*so_far*/, std::uint64_t /*files*/, const std::string& /*path*/) override {}
};

double seconds_of(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

double seconds_of(const std::string& program, const std::string& file) {
  Command command;
  command.arguments = {program, "--build", file};
  command.deadline = std::chrono::seconds(600);
  const Outcome outcome = run(command);
  if (outcome.exit_code != 0) throw std::runtime_error(program + ": " + outcome.errors);
  return std::stod(outcome.output);
}

}  // namespace

void build(const std::string& file, const std::string& index) {
  Strict observer;
  static_cast<void>(update({index, {file}}, observer));
}

double processor_seconds() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  return seconds_of(used.ru_utime) + seconds_of(used.ru_stime);
}

void compare_times(const std::string& with, const std::string& without, const std::string& file) {
  std::vector<double> with_stories;
  std::vector<double> without_stories;
  std::vector<double> ratios;
  for (int round = 0; round < kRounds; ++round) {
    with_stories.push_back(seconds_of(with, file));
    without_stories.push_back(seconds_of(without, file));
    ratios.push_back(with_stories.back() / without_stories.back());
  }
  fmt::print(
      "processor seconds of a build, medians of {} in turns: {:.2f} with stories, {:.2f} without, {:+.1f} "
      "%\n",
      kRounds, median(with_stories), median(without_stories), 100 * (median(ratios) - 1));
}

}  // namespace newsline::stories
