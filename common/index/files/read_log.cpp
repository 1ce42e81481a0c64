// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/files/read_log.h"

#include <cstring>
#include <string>
#include <utility>

namespace newsline {

void ReadLog::add(const PackedKey& key, std::uint64_t articles) {
  if (!pass_) pass_ = std::make_unique<Pass>(Pass{SortedRecords(scratch_)});
  std::string record(bytes_of(key));
  record.append(reinterpret_cast<const char*>(&articles), sizeof(articles));
  pass_->files.add(record);
}

void ReadLog::end_pass() {
  if (pass_) passes_.push_back(std::move(pass_));
}

std::optional<std::uint64_t> ReadLog::articles(const PackedKey& key) {
  for (auto pass = passes_.rbegin(); pass != passes_.rend(); ++pass) {
    SortedRecords& files = (*pass)->files;
    if (!std::exchange((*pass)->is_sorted, true)) files.sort();
    const auto record = files.find(bytes_of(key));
    if (!record) continue;
    std::uint64_t articles = 0;
    std::memcpy(&articles, record->data() + key.size(), sizeof(articles));
    return articles;
  }
  return std::nullopt;
}

}  // namespace newsline
