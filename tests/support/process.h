// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newsline {

/// What to run, and in which surroundings: nothing comes from those of the test but the file system.
struct Command {
  enum class Stdout {
    captured,
    unread,   ///< a pipe that nobody reads
    terminal  ///< stdout and stderr are one terminal; its lines end in CR LF
  };

  std::vector<std::string> arguments;              ///< the first is the path of the program
  std::map<std::string, std::string> environment;  ///< all of it, but what sanitizers are told
  std::optional<std::string> input;                ///< for stdin; nothing: /dev/null
  std::string folder = "/";                        ///< to run in
  Stdout output = Stdout::captured;
  std::string output_file;      ///< where not empty, stdout goes to this file, such as /dev/full
  unsigned short columns = 80;  ///< of the terminal
  std::chrono::seconds deadline{60};
};

/// What came of it.
struct Outcome {
  std::string output;  ///< stdout, or all that the terminal was given
  std::string errors;  ///< stderr
  int exit_code = -1;  ///< -1: ended by a signal
  int signal = 0;      ///< SIGKILL also after the deadline
  bool is_late = false;
};

/// A child process. Its signals have their default actions. Where it cannot be started it exits with 127.
/// Throws std::runtime_error if the system has no process or pipe to give.
class Process {
 public:
  explicit Process(const Command& command);
  /// Kills the child if it still runs.
  ~Process();
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  /// Takes in what the child writes until stdout and stderr together hold `text`. False if the child ended,
  /// or the deadline came, without it.
  [[nodiscard]] bool wait_for_text(std::string_view text);

  void send_signal(int number) const;

  /// Waits for its end; at the deadline kills it, and nothing else.
  Outcome finish();

 private:
  bool exchange();
  void write_input();
  static void read_into(std::string& text, int& file);

  pid_t child_ = -1;
  int input_ = -1;
  int output_ = -1;
  int errors_ = -1;
  int life_ = -1;  ///< a pipe that the child alone holds open, by living
  std::string to_write_;
  std::chrono::steady_clock::time_point deadline_;
  Outcome outcome_;
};

/// Runs a program to its end.
Outcome run(const Command& command);

}  // namespace newsline
