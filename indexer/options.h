// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace newsline {

enum class Action {
  update,
  rebuild,
  rollback,
  forget,
  sources,
  check,
  status,
  export_articles,
  formats,
  explain
};

/// How the lines of a run are written.
enum class LogForm { text, json };

/// What was asked on the command line, or in the file that it names with --config.
struct IndexerOptions {
  Action action = Action::update;
  std::string index;                  ///< empty: not said
  LogForm log_form = LogForm::text;   ///< of every command
  std::vector<std::string> sources;   ///< of update and rebuild
  std::string as;                     ///< of update, rebuild and explain: a format; empty: not said
  unsigned jobs = 0;                  ///< of update and rebuild; 0: one a core
  std::size_t memory_mib = 0;         ///< of update and rebuild; 0: as usual
  bool all_rejections = false;        ///< of update and rebuild
  bool allow_mass_delete = false;     ///< of update and rebuild
  std::optional<bool> keep_vanished;  ///< of update and rebuild; nothing: as each source remembers
  bool retry_rejected = false;        ///< of update
  bool dry_run = false;               ///< of update
  bool quiet = false;                 ///< of what writes, and check
  std::chrono::seconds wait{0};       ///< of what writes, and check: for the lock
  std::string report_file;            ///< of update and rebuild; empty: none
  std::string metrics_file;           ///< of update and rebuild; empty: none
  std::vector<std::string> names;     ///< of forget: ids and paths
  bool undo = false;                  ///< of forget
  std::string removed_source;         ///< of sources; empty: list them
  bool quick = false;                 ///< of check
  bool repair = false;                ///< of check
  bool as_json = false;               ///< of status, sources and explain
  std::string file;                   ///< of export, empty: standard output; of explain
  std::uint64_t limit = 10;           ///< of explain: articles shown
};

/// Text to print, where nothing else was asked for: --help or --version.
struct Notice {
  std::string text;
};

/// Throws Error{usage} for a command line, or a configuration file, that cannot be understood.
[[nodiscard]] std::variant<IndexerOptions, Notice> parse_options(int count, const char* const* arguments);

}  // namespace newsline
