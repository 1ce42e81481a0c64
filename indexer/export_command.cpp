// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/export_command.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>

#include "common/article/article_json.h"
#include "common/index/folder/file_descriptor.h"
#include "common/index/folder/index_folder.h"

namespace newsline {
namespace {

namespace fs = std::filesystem;

void write_articles(Archive& archive, const std::string& path, int flags) {
  const FileDescriptor file(path, O_WRONLY | O_CLOEXEC | flags);
  if (!file) throw_write_error(path);
  Output output(file.number(), '"' + path + '"');
  export_articles(archive, output);
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

void export_articles(Archive& archive, Output& output) {
  archive.for_each_article([&](const Article& article) {
    output.write(to_json(article));
    output.write("\n");
    return !output.is_abandoned();
  });
  output.finish();
}

void export_articles(Archive& archive, const std::string& file) {
  std::error_code error;
  const fs::file_status there = fs::status(file, error);
  if (fs::exists(there) && !fs::is_regular_file(there)) return write_articles(archive, file, 0);
  // Where the name is a link, what it leads to is replaced.
  const fs::path target = fs::weakly_canonical(file, error);
  UnfinishedFile unfinished(error ? file : target.string());
  write_articles(archive, unfinished.path(), O_CREAT | O_TRUNC | O_NOFOLLOW);
  unfinished.finish();
}

}  // namespace newsline
