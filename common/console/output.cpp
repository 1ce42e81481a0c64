// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/console/output.h"

#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "common/error.h"

namespace newsline {
namespace {

constexpr std::size_t kBufferBytes = 64 << 10;

/// A descriptor that another process has set to not block has no room just now.
void await_room(int descriptor) {
  pollfd waited{descriptor, POLLOUT, 0};
  poll(&waited, 1, -1);
}

}  // namespace

Output::Output(int descriptor, std::string name) : descriptor_(descriptor), name_(std::move(name)) {}

void Output::write(std::string_view text) {
  if (abandoned_) return;
  waiting_ += text;
  if (waiting_.size() >= kBufferBytes) flush();
}

void Output::flush() {
  std::string_view rest = waiting_;
  while (!rest.empty() && !abandoned_) {
    const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
    if (written >= 0) {
      rest.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EPIPE) {
      abandoned_ = true;
    } else if (errno == EAGAIN) {
      await_room(descriptor_);
    } else if (errno != EINTR) {
      fail();
    }
  }
  waiting_.clear();
}

void Output::finish() {
  flush();
  if (abandoned_) return;
  const int twin = dup(descriptor_);
  if (twin < 0 || close(twin) != 0) fail();
}

void Output::fail() const {
  const std::string reason = std::generic_category().message(errno);
  throw Error(ErrorKind::cannot_write, fmt::format("cannot write to {}: {}", name_, reason),
              "make room, or send the output elsewhere");
}

}  // namespace newsline
