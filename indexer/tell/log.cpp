// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/tell/log.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <chrono>
#include <nlohmann/json.hpp>

#include "common/article/file/walk.h"
#include "common/console/ending.h"
#include "common/text/printable.h"
#include "indexer/report.h"

namespace newsline {
namespace {

using nlohmann::ordered_json;

constexpr std::string_view kProgram = "newsline-index";

ordered_json line_of(std::string_view level) {
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  return {{"time", fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(now))}, {"level", level}};
}

std::string ended(const ordered_json& line) {
  return line.dump(-1, ' ', false, ordered_json::error_handler_t::replace) + '\n';
}

}  // namespace

bool is_journal(const Environment& environment, int descriptor) {
  struct stat status {};
  const std::string_view stream = value_of(environment, "JOURNAL_STREAM");
  return !stream.empty() && fstat(descriptor, &status) == 0 &&
         stream == fmt::format("{}:{}", status.st_dev, status.st_ino);
}

void Log::speak(LogForm form, bool quiet) {
  form_ = form;
  quiet_ = quiet;
}

void Log::result(std::string_view sentence, std::string_view figures) {
  if (quiet_) return;
  if (form_ == LogForm::text) return write(results_, Level::info, printable_line(sentence) + '\n');
  ordered_json line = line_of("info");
  line["message"] = sentence;
  if (!figures.empty()) line["run"] = ordered_json::parse(figures);
  write(results_, Level::info, ended(line));
}

void Log::answer(std::string_view text) { results_.output.write(text); }

void Log::rejection(const Rejection& rejection) {
  if (form_ == LogForm::text) return write(troubles_, Level::warning, printable_rejection(rejection) + '\n');
  ordered_json line = line_of("warning");
  line["message"] = "rejected";
  line["path"] = path_as_text(rejection.path);
  line["line"] = rejection.line;
  line["reason"] = rejection.reason;
  line["may_pass"] = rejection.may_pass;
  write(troubles_, Level::warning, ended(line));
}

void Log::warning(std::string_view sentence) {
  if (form_ == LogForm::text) return write(troubles_, Level::warning, printable_line(sentence) + '\n');
  ordered_json line = line_of("warning");
  line["message"] = sentence;
  write(troubles_, Level::warning, ended(line));
}

void Log::waiting(const Error& error) {
  if (quiet_) return;
  warning(fmt::format("waiting: {}", error.what()));
  flush_troubles();
}

void Log::error(const Error& error) {
  if (form_ == LogForm::text) return write(troubles_, Level::error, error_text(kProgram, error, paint_));
  ordered_json line = line_of("error");
  line["message"] = error.what();
  line["hint"] = error.hint();
  line["exit_code"] = exit_code(error.kind());
  write(troubles_, Level::error, ended(line));
}

void Log::write(const Stream& stream, Level level, std::string_view lines) {
  if (!stream.is_journal) return stream.output.write(lines);
  const std::string prefix = fmt::format("<{}>", static_cast<int>(level));
  while (!lines.empty()) {
    const std::size_t end = lines.find('\n') + 1;
    stream.output.write(prefix);
    stream.output.write(lines.substr(0, end));
    lines.remove_prefix(end);
  }
}

}  // namespace newsline
