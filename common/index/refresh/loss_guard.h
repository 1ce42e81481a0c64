// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

#include "common/index/ledger/ledger.h"

namespace newsline {

/// Refuses a run that would take more than a quarter of a source's articles out: most likely a disk is not
/// mounted, or a copy was broken off.
class LossGuard {
 public:
  /// Remembers how many articles each source has in the ledger now. `permitted`: whatever goes may go.
  LossGuard(const Ledger& ledger, bool permitted);

  /// Articles of a source are about to go. Throws Error{refused} if these and those before are too many.
  void lose(const std::string& source, std::uint64_t articles);

  /// The same for all that `fresh`, the ledger of a rebuild, holds less.
  void compare(const Ledger& fresh);

 private:
  struct Account {
    std::uint64_t held = 0;
    std::uint64_t lost = 0;
  };

  std::unordered_map<std::string, Account> accounts_;
  bool permitted_;
};

}  // namespace newsline
