// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "query/declare/declare.h"
#include "query/option_values.h"

namespace newsline {
namespace {

constexpr std::size_t kMaxVersus = 20;

}  // namespace

void declare_timeline_options(OptionTable& table, Options& options) {
  const OptionTable::Commands timeline{CommandName::timeline};
  table.add(
      timeline, "--by", "UNIT",
      [&options](const std::string& name) { options.by = choice("--by", kUnitNames, name); },
      "day, week (from Monday, ISO 8601), month (default) or\nyear, as articles write it");
  table.add_list(
      timeline, "--vs", "QUERY",
      [&options](const std::vector<std::string>& questions) {
        if (questions.size() > kMaxVersus) {
          throw usage(fmt::format("--vs stands there more than {} times", kMaxVersus));
        }
        options.versus = questions;
      },
      "another question, counted beside the first. Repeatable");
}

}  // namespace newsline
