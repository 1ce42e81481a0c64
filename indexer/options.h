// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <variant>
#include <vector>

namespace newsline {

enum class Action { update, rebuild, status, export_articles, formats };

/// What was asked on the command line, or in the file that it names with --config.
struct IndexerOptions {
  Action action = Action::update;
  std::string index;                 ///< empty: not said
  std::vector<std::string> sources;  ///< of update and rebuild
  std::string as;                    ///< of update and rebuild; empty: not said
  bool all_rejections = false;       ///< of update and rebuild
  bool as_json = false;              ///< of status
  std::string file;                  ///< of export; empty: standard output
};

/// Text to print, where nothing else was asked for: --help or --version.
struct Notice {
  std::string text;
};

/// Throws Error{usage} for a command line, or a configuration file, that cannot be understood.
[[nodiscard]] std::variant<IndexerOptions, Notice> parse_options(int count, const char* const* arguments);

}  // namespace newsline
