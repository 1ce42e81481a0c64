// SPDX-License-Identifier: GPL-3.0-or-later
#include <unistd.h>

#include <exception>

#include "common/console/bus_error.h"
#include "common/console/ending.h"
#include "common/console/environment.h"
#include "common/console/output.h"
#include "common/console/standard_streams.h"
#include "common/console/terminal.h"
#include "common/error.h"
#include "common/search/archive.h"
#include "indexer/explain/explain_command.h"
#include "indexer/export_command.h"
#include "indexer/formats_command.h"
#include "indexer/last_words.h"
#include "indexer/options.h"
#include "indexer/run_command.h"
#include "indexer/status_command.h"
#include "indexer/stop_signal.h"
#include "indexer/tell/log.h"
#include "indexer/upkeep/upkeep_commands.h"

namespace newsline {
namespace {

/// Whether lines can be drawn over on the terminal that standard error is.
bool has_moving_terminal(const Environment& environment) {
  const std::string_view kind = value_of(environment, "TERM");
  return is_terminal(STDERR_FILENO) && !kind.empty() && kind != "dumb";
}

int show_status(const IndexerOptions& options, Output& output) {
  const ArchiveStatus status = Archive(options.index).status();
  output.write(options.as_json ? status_json(status) : status_text(status));
  output.finish();
  return kDone;
}

int export_all(const IndexerOptions& options, Output& output) {
  Archive archive(options.index);
  if (options.file.empty() || options.file == "-")
    export_articles(archive, output);
  else
    export_articles(archive, options.file);
  return kDone;
}

int list_formats(Output& output) {
  output.write(formats_text());
  output.finish();
  return kDone;
}

int act(IndexerOptions options, const Environment& environment, Output& output, Log& log) {
  if (options.action == Action::formats) return list_formats(output);
  if (options.action == Action::explain) return explain_command(options, output);
  if (options.index.empty()) options.index = default_index(environment);
  switch (options.action) {
    case Action::status:
      return show_status(options, output);
    case Action::export_articles:
      return export_all(options, output);
    case Action::sources:
      return sources_command(options, log);
    case Action::check:
      return check_command(options, log);
    default:
      break;
  }
  note_stop_signals();
  switch (options.action) {
    case Action::forget:
      return forget_command(options, log);
    case Action::rollback:
      return rollback_command(options, log);
    default:
      return run_command(options, has_moving_terminal(environment), log);
  }
}

int start(int count, const char* const* arguments, const Environment& environment, Output& output, Log& log) {
  const auto asked = parse_options(count, arguments);
  if (const auto* options = std::get_if<IndexerOptions>(&asked)) {
    log.speak(options->log_form, options->quiet);
    return act(*options, environment, output, log);
  }
  output.write(std::get<Notice>(asked).text);
  output.finish();
  return kDone;
}

/// Tells an error and gives its exit code, which is all that can be done where standard error is closed.
int fail(const Error& error, Log& log) {
  try {
    log.error(error);
    log.flush_troubles();
  } catch (const Error&) {
    return exit_code(error.kind());
  }
  return exit_code(error.kind());
}

}  // namespace
}  // namespace newsline

int main(int count, char** arguments, char** variables) {
  using namespace newsline;
  tell_before_terminating();
  tell_before_bus_error("newsline-index", [] { _exit(exit_code(ErrorKind::data)); });
  secure_standard_streams();
  const Environment environment = environment_of(variables);
  Output output(STDOUT_FILENO, "standard output");
  Output errors(STDERR_FILENO, "standard error");
  const Paint paint(is_colored(ColorWhen::automatic, environment, is_terminal(STDERR_FILENO)));
  Log log({output, is_journal(environment, STDOUT_FILENO)}, {errors, is_journal(environment, STDERR_FILENO)},
          paint);
  try {
    return start(count, arguments, environment, output, log);
  } catch (const Error& error) {
    return fail(error, log);
  } catch (const std::exception& error) {
    return fail(Error(ErrorKind::data, error.what(), "this is unexpected: please report it"), log);
  }
}
