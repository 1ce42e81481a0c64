// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/files/found_files.h"

#include <filesystem>
#include <iterator>
#include <optional>
#include <system_error>
#include <utility>

#include "common/article/file/walk.h"
#include "common/index/files/file_record.h"
#include "common/index/ledger/ledger.h"
#include "common/index/path_text.h"

namespace newsline {
namespace {

/// Where a walk of `source` comes upon the folder `index`, however the two paths run through symbolic links.
std::optional<std::string> path_within(const std::string& source, const std::string& index) {
  std::error_code error;
  const std::string real_source = std::filesystem::canonical(source, error).string();
  if (error) return std::nullopt;  // the walk will say so
  const std::string real_index = std::filesystem::weakly_canonical(index).string();
  if (!lies_under(real_index, real_source)) return std::nullopt;
  return source + real_index.substr(real_source == "/" ? 0 : real_source.size());
}

}  // namespace

FoundFiles::FoundFiles(std::vector<std::string> sources, std::string index, Scratch scratch)
    : sources_(std::move(sources)),
      index_(std::move(index)),
      files_(std::move(scratch)),
      walks_(std::async([this] { return walk_all(); })) {}

std::vector<Rejection> FoundFiles::finish() { return walks_.get(); }

std::vector<Rejection> FoundFiles::walk_all() {
  std::vector<Rejection> rejections;
  for (const std::string& source : sources_) {
    const std::optional<std::string> index = path_within(source, index_);
    std::vector<Rejection> unread = walk_files(source, [&](const FoundFile& file) {
      if (index && lies_under(file.path, *index)) return;
      files_.add(found_record(file, packed_key(file_key(file.path))));
    });
    std::move(unread.begin(), unread.end(), std::back_inserter(rejections));
  }
  files_.sort();
  return rejections;
}

}  // namespace newsline
