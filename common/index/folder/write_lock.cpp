// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <filesystem>
#include <system_error>
#include <vector>

#include "common/error.h"
#include "common/index/folder/file_descriptor.h"
#include "common/index/folder/index_folder.h"

namespace newsline {
namespace {

namespace fs = std::filesystem;

std::string host_name() {
  std::array<char, 256> name{};
  if (gethostname(name.data(), name.size() - 1) != 0) return "this host";
  return name.data();
}

std::string now_as_iso8601() {
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(now));
}

/// `123 on HOST since 2026-11-24T17:00:00Z (update)`: what stands in the lock file and in the message.
std::string holder(const std::string& purpose) {
  return fmt::format("{} on {} since {} ({})", getpid(), host_name(), now_as_iso8601(), purpose);
}

std::string first_line_of(int file) {
  std::string text(400, '\0');
  const ssize_t size = pread(file, text.data(), text.size(), 0);
  text.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
  text.resize(std::min(text.find('\n'), text.size()));
  return text.empty() ? "that has just begun" : text;
}

/// An index is never scattered among files of another kind, such as those of a home folder.
void refuse_foreign_folder(const std::string& index) {
  if (current_generation(index)) return;
  for (const auto& entry : fs::directory_iterator(index)) {
    const std::string name = entry.path().filename().string();
    if (name == "lock" || name.starts_with("gen-") || name == "XAPIANDB.tmp") continue;
    throw Error(
        ErrorKind::refused,
        fmt::format("the folder \"{}\" is not an index and holds other files, such as \"{}\"", index, name),
        "give a folder of its own for the index");
  }
}

void make_folder(const std::string& index) {
  std::error_code error;
  std::vector<fs::path> changed;  // the folders that hold what is made
  for (fs::path path = index; !fs::exists(path, error) && path.has_relative_path(); path = path.parent_path())
    changed.push_back(path.parent_path());
  fs::create_directories(index, error);
  if (error)
    throw Error(ErrorKind::cannot_write,
                fmt::format("cannot make the folder \"{}\": {}", index, error.message()));
  for (const fs::path& folder : changed) sync_folder(folder.string());
}

}  // namespace

WriteLock::WriteLock(const std::string& index, const std::string& purpose) {
  make_folder(index);
  refuse_foreign_folder(index);
  const std::string path = index + "/lock";
  file_ = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
  if (file_ < 0) throw_write_error(path);
  if (flock(file_, LOCK_EX | LOCK_NB) != 0) {
    const bool busy = errno == EWOULDBLOCK;
    const std::string who = first_line_of(file_);
    close(file_);
    if (!busy) throw_write_error(path);
    throw Error(ErrorKind::busy, fmt::format("the index \"{}\" is being written by process {}", index, who),
                "wait for it to end, or look at that process");
  }
  const std::string line = holder(purpose) + "\n";
  if (ftruncate(file_, 0) != 0 || pwrite(file_, line.data(), line.size(), 0) < 0) {
    close(file_);
    throw_write_error(path);
  }
}

WriteLock::~WriteLock() {
  // The line is for people only; that it could not be emptied changes nothing.
  [[maybe_unused]] const int ignored = ftruncate(file_, 0);
  close(file_);
}

}  // namespace newsline
