// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/tell/whole_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>

#include "common/index/folder/file_descriptor.h"
#include "common/index/folder/index_folder.h"

namespace newsline {
namespace {

namespace fs = std::filesystem;

void write_file(const std::string& path, int flags, const std::function<void(Output&)>& write) {
  const FileDescriptor file(path, O_WRONLY | O_CLOEXEC | flags);
  if (!file) throw_write_error(path);
  Output output(file.number(), '"' + path + '"');
  write(output);
  output.finish();
}

/// A file under another name, removed unless it gets its own.
class UnfinishedFile {
 public:
  explicit UnfinishedFile(const std::string& path) : path_(path), unfinished_(path + ".tmp") {}
  ~UnfinishedFile() {
    std::error_code ignored;
    if (!is_finished_) fs::remove(unfinished_, ignored);
  }
  UnfinishedFile(const UnfinishedFile&) = delete;
  UnfinishedFile& operator=(const UnfinishedFile&) = delete;

  [[nodiscard]] const std::string& path() const { return unfinished_; }

  void finish() {
    const FileDescriptor file(unfinished_, O_WRONLY | O_CLOEXEC);
    if (!file || fsync(file.number()) != 0) throw_write_error(unfinished_);
    if (std::rename(unfinished_.c_str(), path_.c_str()) != 0) throw_write_error(path_);
    is_finished_ = true;
    const fs::path folder = fs::path(path_).parent_path();
    sync_folder(folder.empty() ? "." : folder.string());
  }

 private:
  std::string path_;
  std::string unfinished_;
  bool is_finished_ = false;
};

}  // namespace

void write_whole_file(const std::string& path, const std::function<void(Output&)>& write) {
  std::error_code error;
  const fs::file_status there = fs::status(path, error);
  if (fs::exists(there) && !fs::is_regular_file(there)) return write_file(path, 0, write);
  const fs::path target = fs::weakly_canonical(path, error);
  UnfinishedFile unfinished(error ? path : target.string());
  write_file(unfinished.path(), O_CREAT | O_TRUNC | O_NOFOLLOW, write);
  unfinished.finish();
}

}  // namespace newsline
