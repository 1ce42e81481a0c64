// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/folder/state_stamp.h"

#include <sys/stat.h>

#include <algorithm>
#include <chrono>

namespace newsline {
namespace {

/// Clocks of file systems are that coarse (FAT: two seconds).
constexpr std::chrono::nanoseconds kCoarseTime = std::chrono::seconds(2);

}  // namespace

StateStamp::StateStamp(const std::string& index, const std::string& generation)
    : files_{file(index + "/XAPIANDB"), file(index + '/' + generation + "/iamglass")} {
  const std::chrono::nanoseconds now = std::chrono::system_clock::now().time_since_epoch();
  is_settled_ = std::ranges::all_of(files_, [&](const File& each) {
    return each.inode != 0 && std::chrono::nanoseconds(each.changed_ns) < now - kCoarseTime;
  });
}

StateStamp::File StateStamp::file(const std::string& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0) return {};
  constexpr std::int64_t kNanosecondsInSecond = 1'000'000'000;
  return {status.st_dev, status.st_ino,
          status.st_ctim.tv_sec * kNanosecondsInSecond + status.st_ctim.tv_nsec};
}

}  // namespace newsline
