// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/rejection.h"

#include <fmt/format.h>

#include "common/article/file/regular_file.h"
#include "common/error.h"

namespace newsline {

std::string describe(const Rejection& rejection) {
  if (rejection.line == 0) return fmt::format("{}: {}", rejection.path, rejection.reason);
  return fmt::format("{}:{}: {}", rejection.path, rejection.line, rejection.reason);
}

Rejection rejection_for(const Error& error, const std::string& path, std::uint64_t line) {
  std::string reason = error.what();
  const std::string quoted = " \"" + path + '"';
  if (const auto found = reason.find(quoted); found != std::string::npos) reason.erase(found, quoted.size());
  return {path, line, reason, dynamic_cast<const UnreadableFile*>(&error) != nullptr};
}

}  // namespace newsline
