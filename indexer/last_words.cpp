// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/last_words.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <exception>
#include <string>
#include <system_error>

#include "common/error.h"

namespace newsline {
namespace {

/// errno is still that of the call that failed: the handler runs where it was made.
[[noreturn]] void end_with_a_sentence() {
  const int number = errno;
  const bool is_full = number == ENOSPC || number == EDQUOT || number == EFBIG || number == EROFS;
  const std::string text = fmt::format(
      "newsline-index: cannot go on: {}\n"
      "  what was committed before is safe; {}, then run again\n",
      std::generic_category().message(number), is_full ? "make room" : "look at the disk and at the memory");
  [[maybe_unused]] const ssize_t ignored = write(STDERR_FILENO, text.data(), text.size());
  _exit(exit_code(is_full ? ErrorKind::cannot_write : ErrorKind::data));
}

}  // namespace

void tell_before_terminating() { std::set_terminate(end_with_a_sentence); }

}  // namespace newsline
