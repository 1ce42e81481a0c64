// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/file/walk.h"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <functional>
#include <memory>
#include <string_view>
#include <system_error>

#include "common/article/file/file_time.h"
#include "common/error.h"

namespace newsline {
namespace {

constexpr int kMostFoldersDeep = 100;

std::string reason_of(int error_number) { return std::generic_category().message(error_number); }

std::string lower_case_start(std::string sentence) {
  if (!sentence.empty() && sentence[0] >= 'A' && sentence[0] <= 'Z')
    sentence[0] = static_cast<char>(sentence[0] + 32);
  return sentence;
}

struct CloseFolder {
  void operator()(DIR* folder) const noexcept { ::closedir(folder); }
};

FoundFile found(std::string path, const struct stat& status) {
  return {std::move(path), static_cast<std::uint64_t>(status.st_size), nanoseconds(status.st_mtim),
          static_cast<std::uint64_t>(status.st_ino), nanoseconds(status.st_ctim)};
}

/// Finds what lies in a folder and below.
class Walker {
 public:
  explicit Walker(const std::function<void(FoundFile)>& take) : take_(take) {}

  void folder(const std::string& path, int depth) {
    if (depth > kMostFoldersDeep) {
      rejections_.push_back({path, 0, fmt::format("folders deeper than {} are not read", kMostFoldersDeep)});
      return;
    }
    errno = 0;
    const std::unique_ptr<DIR, CloseFolder> handle(::opendir(path.c_str()));
    if (!handle) return reject(path, "cannot open the folder: ", errno);
    const std::string prefix = path == "/" ? path : path + '/';
    while (true) {
      errno = 0;
      const dirent* next = ::readdir(handle.get());
      if (next == nullptr) break;
      const std::string_view name = next->d_name;
      if (!name.starts_with('.')) entry(::dirfd(handle.get()), prefix, name, depth);
    }
    if (errno != 0) reject(path, "cannot read the folder: ", errno);
  }

  [[nodiscard]] std::vector<Rejection> rejections() && {
    std::ranges::sort(rejections_, {}, &Rejection::path);
    return std::move(rejections_);
  }

 private:
  void entry(int folder_number, const std::string& prefix, std::string_view name, int depth) {
    std::string path = prefix + std::string(name);
    struct stat status {};
    if (::fstatat(folder_number, path.c_str() + prefix.size(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
      // A file that is gone since the folder was read is no longer part of the source.
      if (errno != ENOENT) reject(path, "cannot look at it: ", errno);
    } else if (S_ISDIR(status.st_mode)) {
      folder(path, depth + 1);
    } else if (S_ISREG(status.st_mode) && !is_hidden_or_backup(name)) {
      take_(found(std::move(path), status));
    }
  }

  /// What the system refuses now it may allow the next run.
  void reject(const std::string& path, std::string_view what, int error_number) {
    rejections_.push_back({path, 0, std::string(what) + lower_case_start(reason_of(error_number)), true});
  }

  const std::function<void(FoundFile)>& take_;
  std::vector<Rejection> rejections_;
};

void require_readable(const std::string& path) {
  if (::access(path.c_str(), R_OK) == 0) return;
  throw Error(ErrorKind::data,
              fmt::format("cannot read \"{}\": {}", path, lower_case_start(reason_of(errno))));
}

struct stat status_of_source(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) == 0) return status;
  if (errno == ENOENT || errno == ENOTDIR) {
    throw Error(ErrorKind::usage, fmt::format("\"{}\" does not exist", path),
                "give a file or a folder of articles");
  }
  throw Error(ErrorKind::data,
              fmt::format("cannot read \"{}\": {}", path, lower_case_start(reason_of(errno))));
}

}  // namespace

bool is_hidden_or_backup(std::string_view name) {
  constexpr std::array<std::string_view, 4> kEndings{"~", ".bak", ".tmp", ".swp"};
  const bool ends_as_one = std::any_of(kEndings.begin(), kEndings.end(),
                                       [&](std::string_view ending) { return name.ends_with(ending); });
  return ends_as_one || name.starts_with('.') ||
         (name.size() > 1 && name.starts_with('#') && name.ends_with('#'));
}

std::vector<Rejection> walk_files(const std::string& source, const std::function<void(FoundFile)>& take) {
  const std::string path = absolute_path(source);
  const struct stat status = status_of_source(path);
  require_readable(path);
  if (S_ISREG(status.st_mode)) {
    take(found(path, status));
    return {};
  }
  if (!S_ISDIR(status.st_mode)) {
    throw Error(ErrorKind::data, fmt::format("\"{}\" is neither a file nor a folder", path));
  }
  Walker walker(take);
  walker.folder(path, 0);
  return std::move(walker).rejections();
}

Walk walk(const std::string& source) {
  Walk walked;
  walked.rejections = walk_files(source, [&](FoundFile file) { walked.files.push_back(std::move(file)); });
  std::ranges::sort(walked.files, {}, &FoundFile::path);
  return walked;
}

}  // namespace newsline
