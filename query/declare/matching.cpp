// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/declare/declare.h"
#include "query/option_values.h"

namespace newsline {

void declare_matching_options(OptionTable& table, Options& options) {
  table.add_flag(asking(), "--no-stem", options.matching.inflections, false,
                 "words without their inflections");
  table.add_flag(asking(), "--no-translit", options.matching.names, false,
                 "names without their spellings in other scripts");
  table.add_switch(
      asking(), "--no-expand",
      [&options] {
        options.matching = kExactly;
        options.expand = false;
        options.correct = false;
      },
      "only words as they are written in the question");
  table.add(
      asking(), "--synonyms", "FILE", [&options](const std::string& file) { options.synonyms = file; },
      "lines of what means the same: Kyiv = Kiev");
  table.add_flag({CommandName::search, CommandName::first}, "--no-correct", options.correct, false,
                 "where nothing matches, do not look for other spellings");
}

void check_matching(const Options& options) {
  if (options.expand || options.synonyms.empty()) return;
  throw usage("--synonyms has no place beside --no-expand", "leave one of them out");
}

}  // namespace newsline
