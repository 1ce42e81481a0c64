// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/process.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <stdexcept>

namespace newsline {
namespace {

constexpr int kCannotStart = 127;

/// Both ends are closed by exec.
struct Pipe {
  Pipe() {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    read_end = ends[0];
    write_end = ends[1];
  }
  int read_end = -1;
  int write_end = -1;
};

/// The two sides of a new terminal.
Pipe terminal(unsigned short columns) {
  Pipe sides;
  close(sides.read_end);
  close(sides.write_end);
  sides.read_end = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (sides.read_end < 0 || grantpt(sides.read_end) != 0 || unlockpt(sides.read_end) != 0)
    throw std::runtime_error("no terminal");
  sides.write_end = open(ptsname(sides.read_end), O_RDWR | O_NOCTTY | O_CLOEXEC);
  winsize size{};
  size.ws_row = 24;
  size.ws_col = columns;
  if (sides.write_end < 0 || ioctl(sides.write_end, TIOCSWINSZ, &size) != 0)
    throw std::runtime_error("no terminal");
  return sides;
}

void close_file(int& file) {
  if (file >= 0) close(file);
  file = -1;
}

std::vector<char*> pointers(std::vector<std::string>& strings) {
  std::vector<char*> all;
  all.reserve(strings.size() + 1);
  for (std::string& text : strings) all.push_back(text.data());
  all.push_back(nullptr);
  return all;
}

/// The child's three streams and its sign of life.
struct Streams {
  int input = -1;
  int output = -1;
  int errors = -1;
  int life = -1;
};

/// Between fork and exec: only calls that are safe there.
[[noreturn]] void become(const Streams& streams, const std::string& folder, char* const* arguments,
                         char* const* environment) {
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  for (int number = 1; number < NSIG; ++number) signal(number, SIG_DFL);
  const bool is_ready = dup2(streams.input, STDIN_FILENO) >= 0 && dup2(streams.output, STDOUT_FILENO) >= 0 &&
                        dup2(streams.errors, STDERR_FILENO) >= 0 && dup(streams.life) >= 0 &&
                        chdir(folder.c_str()) == 0;
  if (is_ready) execve(arguments[0], arguments, environment);
  _exit(kCannotStart);
}

pid_t start(const Command& command, const Streams& streams) {
  std::vector<std::string> arguments = command.arguments;
  std::vector<std::string> settings;
  for (const auto& [name, value] : command.environment) settings.push_back(name + "=" + value);
  for (const std::string name : {"ASAN_OPTIONS", "TSAN_OPTIONS"}) {
    const char* const value = std::getenv(name.c_str());
    if (value != nullptr && !command.environment.contains(name)) settings.push_back(name + "=" + value);
  }
  const std::vector<char*> argv = pointers(arguments);
  const std::vector<char*> envp = pointers(settings);
  const pid_t child = fork();
  if (child < 0) throw std::runtime_error("no process");
  if (child == 0) become(streams, command.folder, argv.data(), envp.data());
  return child;
}

}  // namespace

Process::Process(const Command& command)
    : to_write_(command.input.value_or("")), deadline_(std::chrono::steady_clock::now() + command.deadline) {
  signal(SIGPIPE, SIG_IGN);  // a child that does not read its stdin must not end the test
  const bool has_terminal = command.output == Command::Stdout::terminal;
  Pipe input;
  Pipe life;
  Pipe output = has_terminal ? terminal(command.columns) : Pipe();
  Pipe errors;
  if (!command.input) {
    close_file(input.read_end);
    input.read_end = open("/dev/null", O_RDONLY | O_CLOEXEC);
  }
  if (!command.output_file.empty()) {
    close_file(output.write_end);
    output.write_end = open(command.output_file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  }
  if (command.output == Command::Stdout::unread) close_file(output.read_end);

  child_ = start(command, {input.read_end, output.write_end,
                           has_terminal ? output.write_end : errors.write_end, life.write_end});
  for (int file : {input.read_end, output.write_end, errors.write_end, life.write_end}) close(file);
  input_ = input.write_end;
  output_ = output.read_end;
  errors_ = errors.read_end;
  life_ = life.read_end;
  if (to_write_.empty()) close_file(input_);
  for (const int file : {input_, output_, errors_, life_})
    if (file >= 0) fcntl(file, F_SETFL, fcntl(file, F_GETFL) | O_NONBLOCK);
}

Process::~Process() {
  if (child_ > 0) {
    kill(child_, SIGKILL);
    waitpid(child_, nullptr, 0);
  }
  for (int* file : {&input_, &output_, &errors_, &life_}) close_file(*file);
}

void Process::read_into(std::string& text, int& file) {
  std::array<char, 65536> buffer{};
  for (;;) {
    const ssize_t count = read(file, buffer.data(), buffer.size());
    if (count > 0) {
      text.append(buffer.data(), static_cast<std::size_t>(count));
      continue;
    }
    if (count < 0 && errno == EINTR) continue;
    // A terminal whose other side was closed says EIO.
    if (count == 0 || errno != EAGAIN) close_file(file);
    return;
  }
}

void Process::write_input() {
  const ssize_t count = write(input_, to_write_.data(), to_write_.size());
  if (count > 0) to_write_.erase(0, static_cast<std::size_t>(count));
  if (to_write_.empty() || (count < 0 && errno != EAGAIN && errno != EINTR)) close_file(input_);
}

/// Waits for the child to say or take something once; false when it has ended, or at the deadline.
bool Process::exchange() {
  const auto left =
      std::chrono::ceil<std::chrono::milliseconds>(deadline_ - std::chrono::steady_clock::now());
  outcome_.is_late = left.count() <= 0;
  if (outcome_.is_late || (output_ < 0 && errors_ < 0 && life_ < 0)) return false;
  std::array<pollfd, 4> files{
      {{input_, POLLOUT, 0}, {output_, POLLIN, 0}, {errors_, POLLIN, 0}, {life_, POLLIN, 0}}};
  if (poll(files.data(), files.size(), static_cast<int>(left.count())) < 0 && errno != EINTR)
    throw std::runtime_error("cannot wait for a child");
  std::string nothing;
  if (input_ >= 0 && files[0].revents != 0) write_input();
  if (output_ >= 0 && files[1].revents != 0) read_into(outcome_.output, output_);
  if (errors_ >= 0 && files[2].revents != 0) read_into(outcome_.errors, errors_);
  if (life_ >= 0 && files[3].revents != 0) read_into(nothing, life_);
  return true;
}

bool Process::wait_for_text(std::string_view text) {
  const auto is_there = [&] {
    return outcome_.output.find(text) != std::string::npos || outcome_.errors.find(text) != std::string::npos;
  };
  while (!is_there())
    if (!exchange()) return is_there();
  return true;
}

void Process::send_signal(int number) const { kill(child_, number); }

Outcome Process::finish() {
  while (exchange()) {
  }
  if (outcome_.is_late) kill(child_, SIGKILL);
  int status = 0;
  while (waitpid(child_, &status, 0) < 0 && errno == EINTR) {
  }
  child_ = -1;
  if (WIFEXITED(status)) outcome_.exit_code = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) outcome_.signal = WTERMSIG(status);
  return outcome_;
}

Outcome run(const Command& command) { return Process(command).finish(); }

}  // namespace newsline
