// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/trial/figures.h"

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>

#include "tests/index/seed.h"
#include "tests/support/effort.h"

namespace newsline::fault {

bool is_long() { return std::getenv("NEWSLINE_FAULT_LONG") != nullptr; }

std::size_t trials(std::size_t in_long, std::size_t in_quick) {
  return is_long() ? in_long : test::effort(in_quick);
}

Trial::Trial(std::string name) : name_(std::move(name)), seed_(test_seed()), random_(seed_) {}

Trial::~Trial() {
  const Figures& f = figures;
  fmt::print(
      "fault: {}: seed {}, kills {}, faults {}, runs {}, acknowledged {}, lost {}, damaged {}, repaired {}, "
      "asked {}, "
      "reader errors {}, wrong answers {}\n",
      name_, seed_, f.kills, f.faults, f.runs, f.acknowledged, f.lost, f.damaged, f.repaired, f.asked,
      f.reader_errors, f.wrong_answers);
  std::fflush(stdout);
}

std::uint64_t Trial::below(std::uint64_t count) {
  return std::uniform_int_distribution<std::uint64_t>(0, count - 1)(random_);
}

}  // namespace newsline::fault
