// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/index/ledger/sources.h"

namespace newsline {

/// Refuses a run that would take more than a quarter of a source's articles out: most likely a disk is not
/// mounted, or a copy was broken off.
class LossGuard {
 public:
  /// `held`: how many articles each source has before the run. `permitted`: whatever goes may go.
  LossGuard(const std::map<std::string, std::uint64_t>& held, bool permitted);

  /// Articles of a source are about to go, because this file has gone or does not hold them any more.
  void lose(const std::string& source, std::uint64_t articles, const std::string& file);

  /// Throws Error{refused}, which names the source, both figures, the first files and every way out, if what
  /// was lost so far is too much.
  void judge() const;

  /// The same for all that sources hold less after a rebuild. Those that keep what has vanished lose nothing.
  void compare(const std::map<std::string, std::uint64_t>& now, const Sources& sources);

 private:
  struct Account {
    std::uint64_t held = 0;
    std::uint64_t lost = 0;
    std::uint64_t files = 0;                 ///< that are the reason
    std::vector<std::string> first_files{};  ///< of them
  };

  static void refuse(const std::string& source, const Account& account);

  std::unordered_map<std::string, Account> accounts_;
  bool permitted_;
};

}  // namespace newsline
