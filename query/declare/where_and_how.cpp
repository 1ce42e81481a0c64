// SPDX-License-Identifier: GPL-3.0-or-later
#include <optional>

#include "query/declare/declare.h"
#include "query/option_values.h"

namespace newsline {

void declare_common_options(OptionTable& table, Options& options) {
  OptionTable::Commands all;
  for (const auto& [name, command] : kCommandNames) all.push_back(command);
  table.add(
      all, "--index", "DIR", [&options](const std::string& dir) { options.index = dir; },
      "the index, if not the usual one ($NEWSLINE_INDEX, or\n$XDG_DATA_HOME/newsline/index)");
  table.explain(all, kConfig, "FILE", "options from a TOML or INI file: lines as limit = 20");
  table.add(
      all, "--format", "FORMAT",
      [&options](const std::string& name) { options.format = choice("--format", kFormatNames, name); },
      "text, json, jsonl (an object a line) or csv; for hits\nalso atom and markdown, for show also "
      "markdown");
  table.add(
      all, "--color", "WHEN",
      [&options](const std::string& name) {
        const std::optional<ColorWhen> when = color_when(name);
        if (!when) throw usage(wrong_value("--color", "auto, always or never", name));
        options.color = *when;
      },
      "auto (on a terminal without NO_COLOR), always, never");
}

}  // namespace newsline
