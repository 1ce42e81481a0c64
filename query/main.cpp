// SPDX-License-Identifier: GPL-3.0-or-later
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <exception>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "common/console/bus_error.h"
#include "common/console/ending.h"
#include "common/console/environment.h"
#include "common/console/output.h"
#include "common/console/standard_streams.h"
#include "common/console/terminal.h"
#include "common/error.h"
#include "query/commands.h"
#include "query/options.h"

namespace newsline {
namespace {

constexpr std::size_t kWidestText = 100;   ///< wider lines are hard to read
constexpr std::size_t kUsualColumns = 80;  ///< of a terminal that does not say

/// The day on the wall, in the user's time zone.
std::chrono::sys_days local_today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  return std::chrono::year(local.tm_year + 1900) / (local.tm_mon + 1) / local.tm_mday;
}

std::optional<std::size_t> columns_of(int descriptor) {
  if (!is_terminal(descriptor)) return std::nullopt;
  return std::min(terminal_columns(descriptor).value_or(kUsualColumns), kWidestText);
}

Paint paint_for(int descriptor, ColorWhen when, const Environment& environment) {
  return Paint(is_colored(when, environment, is_terminal(descriptor)));
}

int answer(const std::vector<std::string>& arguments, const Environment& environment, Output& output,
           Output& notes, ColorWhen& color) {
  const auto parsed = parse_options(arguments);
  if (const auto* const information = std::get_if<Information>(&parsed)) {
    output.write(information->text);
    output.finish();
    return kDone;
  }
  const auto& options = std::get<Options>(parsed);
  color = options.color;
  Look look{output, notes, paint_for(STDOUT_FILENO, color, environment),
            paint_for(STDERR_FILENO, color, environment), columns_of(STDOUT_FILENO)};
  const int code = run_command(options, environment, local_today(), look);
  output.finish();
  return code;
}

/// Says what went wrong, if anybody can still be told.
int end_with(const Error& error, Output& notes, const Paint& paint) {
  try {
    notes.write(error_text(kProgram, error, paint));
    notes.flush();
  } catch (const Error&) {
    return exit_code(error.kind());
  }
  return exit_code(error.kind());
}

int run(const std::vector<std::string>& arguments, const Environment& environment) {
  Output output(STDOUT_FILENO, "standard output");
  Output notes(STDERR_FILENO, "standard error");
  ColorWhen color = ColorWhen::automatic;
  try {
    const int code = answer(arguments, environment, output, notes, color);
    notes.flush();
    return code;
  } catch (const Error& error) {
    return end_with(error, notes, paint_for(STDERR_FILENO, color, environment));
  } catch (const std::exception& error) {
    return end_with(Error(ErrorKind::data, error.what()), notes,
                    paint_for(STDERR_FILENO, color, environment));
  }
}

}  // namespace
}  // namespace newsline

int main(int argc, char** argv) {
  newsline::tell_before_bus_error("newsline-query", [] { _exit(exit_code(newsline::ErrorKind::data)); });
  newsline::secure_standard_streams();
  const std::vector<std::string> arguments(argv + std::min(argc, 1), argv + argc);
  return newsline::run(arguments, newsline::environment_of(environ));
}
