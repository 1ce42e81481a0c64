// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/refresh/loss_guard.h"

#include <fmt/format.h>

#include "common/error.h"

namespace newsline {
namespace {

constexpr std::uint64_t kSmallestPart = 4;  ///< one in so many may go

}  // namespace

LossGuard::LossGuard(const Ledger& ledger, bool permitted) : permitted_(permitted) {
  for (const auto& [key, entry] : ledger.entries()) accounts_[entry.source].held += entry.articles;
}

void LossGuard::lose(const std::string& source, std::uint64_t articles) {
  Account& account = accounts_[source];
  account.lost += articles;
  if (permitted_ || account.lost * kSmallestPart <= account.held) return;
  throw Error(
      ErrorKind::refused,
      fmt::format("more than a quarter of the {} articles of \"{}\" would go, because their files have "
                  "gone or hold none any more",
                  account.held, source),
      "they stay in the index; bring the files back, or if they are to go, run again with "
      "--allow-mass-delete (or --keep-vanished to keep what has gone)");
}

void LossGuard::compare(const Ledger& fresh) {
  std::unordered_map<std::string, std::uint64_t> now;
  for (const auto& [key, entry] : fresh.entries()) now[entry.source] += entry.articles;
  for (const auto& [source, account] : accounts_)
    if (account.held > now[source]) lose(source, account.held - now[source]);
}

}  // namespace newsline
