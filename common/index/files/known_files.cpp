// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/files/known_files.h"

#include <utility>

#include "common/index/files/file_record.h"
#include "common/index/ledger/ledger.h"

namespace newsline {

KnownFiles::KnownFiles(const Xapian::Database& database, Scratch scratch) : files_(std::move(scratch)) {
  std::map<std::string, std::uint32_t> ordinals;
  for_each_entry(database, [&](const std::string& key, const FileEntry& entry) {
    const auto [ordinal, is_new] =
        ordinals.try_emplace(entry.source, static_cast<std::uint32_t>(sources_.size()));
    if (is_new) sources_.push_back(entry.source);
    articles_[entry.source] += entry.articles;
    files_.add(known_record(key, entry, ordinal->second));
  });
  files_.sort();
}

}  // namespace newsline
