// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/refresh/loss_guard.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/error.h"

namespace newsline {
namespace {

constexpr std::uint64_t kSmallestPart = 4;  ///< one in so many may go
constexpr std::size_t kNamedFiles = 3;

std::string names_of(const std::vector<std::string>& files, std::uint64_t count) {
  std::string names;
  for (const std::string& file : files) names += fmt::format("{}\"{}\"", names.empty() ? "" : ", ", file);
  return count > files.size() ? fmt::format("{} and {} more", names, count - files.size()) : names;
}

}  // namespace

LossGuard::LossGuard(const std::map<std::string, std::uint64_t>& held, bool permitted)
    : permitted_(permitted) {
  for (const auto& [source, articles] : held) accounts_[source].held = articles;
}

void LossGuard::lose(const std::string& source, std::uint64_t articles, const std::string& file) {
  Account& account = accounts_[source];
  account.lost += articles;
  auto& first = account.first_files;
  if (std::find(first.begin(), first.end(), file) != first.end()) return;
  ++account.files;
  if (first.size() < kNamedFiles) first.push_back(file);
}

void LossGuard::judge() const {
  if (permitted_) return;
  for (const auto& [source, account] : accounts_)
    if (account.lost * kSmallestPart > account.held) refuse(source, account);
}

void LossGuard::refuse(const std::string& source, const Account& account) {
  throw Error(
      ErrorKind::refused,
      fmt::format("{} of the {} articles of \"{}\" would go, which is more than a quarter: their files have "
                  "gone or hold no article any more",
                  account.lost, account.held, source),
      fmt::format("it concerns {}; these articles are still in the index\n"
                  "a disk that is not mounted, a copy that broke off: bring the files back, and run again\n"
                  "the articles are to go: run once with --allow-mass-delete\n"
                  "the articles are to stay though their files are thrown away: run with --keep-vanished, "
                  "which the index remembers",
                  names_of(account.first_files, account.files)));
}

void LossGuard::compare(const std::map<std::string, std::uint64_t>& now, const Sources& sources) {
  for (auto& [source, account] : accounts_) {
    const auto known = now.find(source);
    const std::uint64_t left = known == now.end() ? 0 : known->second;
    if (account.held > left && !sources.keeps(source)) account.lost += account.held - left;
  }
  judge();
}

}  // namespace newsline
