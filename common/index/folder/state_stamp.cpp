// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/folder/state_stamp.h"

#include <sys/stat.h>

#include <algorithm>
#include <chrono>

#include "common/article/file/file_time.h"
#include "common/index/folder/index_folder.h"
#include "common/index/glass/version_file.h"

namespace newsline {
StateStamp::StateStamp(const std::string& index, const std::string& generation)
    : files_{file(stub_path(index)), file(glass::version_path(index + '/' + generation))} {
  const std::chrono::nanoseconds now = std::chrono::system_clock::now().time_since_epoch();
  is_settled_ = std::ranges::all_of(files_, [&](const File& each) {
    return each.inode != 0 && each.changed_ns < now.count() - kCoarseTimeNs;
  });
}

StateStamp::File StateStamp::file(const std::string& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0) return {};
  return {status.st_dev, status.st_ino, nanoseconds(status.st_ctim)};
}

}  // namespace newsline
