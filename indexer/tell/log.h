// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "common/article/rejection.h"
#include "common/console/environment.h"
#include "common/console/output.h"
#include "common/console/terminal.h"
#include "common/error.h"
#include "indexer/options.h"

namespace newsline {

/// Whether a descriptor is the one that systemd has connected with its journal (systemd.exec(5), under
/// JOURNAL_STREAM), which reads a level such as `<4>` at the beginning of a line (sd-daemon(3)).
[[nodiscard]] bool is_journal(const Environment& environment, int descriptor);

/// The lines that a command prints: results on standard output, troubles on standard error, as text for
/// people or as an object of JSON a line (OUTPUT.md). All text is made safe for a terminal.
class Log {
 public:
  struct Stream {
    Output& output;
    bool is_journal = false;
  };

  Log(Stream results, Stream troubles, Paint paint) : results_(results), troubles_(troubles), paint_(paint) {}

  /// To be called when the command line is known. `quiet`: results are not printed.
  void speak(LogForm form, bool quiet);
  [[nodiscard]] bool is_quiet() const { return quiet_; }

  /// What was done, on one line; `figures`, an object of JSON or nothing, is part of the line where that is
  /// JSON.
  void result(std::string_view sentence, std::string_view figures = {});
  /// Text of one line or more that the user has asked for; printed as it is, quiet or not.
  void answer(std::string_view text);
  void rejection(const Rejection& rejection);
  void warning(std::string_view sentence);
  /// What the error says is waited for; not told where the log is quiet.
  void waiting(const Error& error);
  void error(const Error& error);

  [[nodiscard]] Output& troubles() { return troubles_.output; }
  /// Throws Error{cannot_write} if something could not be printed.
  void flush_troubles() { troubles_.output.flush(); }
  void finish_results() {
    if (!quiet_) results_.output.finish();
  }

 private:
  enum class Level { error = 3, warning = 4, info = 6 };  ///< numbers of syslog(3)

  static void write(const Stream& stream, Level level, std::string_view lines);

  Stream results_;
  Stream troubles_;
  Paint paint_;
  LogForm form_ = LogForm::text;
  bool quiet_ = false;
};

}  // namespace newsline
