// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/shim/open_files.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <climits>
#include <cstddef>

namespace newsline::fault {
namespace {

/// Files with higher numbers are not looked after.
constexpr std::size_t kMostFiles = 4096;

std::array<std::atomic<std::uint64_t>, kMostFiles>& handles() {
  static std::array<std::atomic<std::uint64_t>, kMostFiles> all{};
  return all;
}

bool has_place(int file) { return file >= 0 && static_cast<std::size_t>(file) < kMostFiles; }

std::string target_of(const std::string& link) {
  std::array<char, PATH_MAX> path{};
  const ssize_t size = readlink(link.c_str(), path.data(), path.size());
  return {path.data(), size > 0 ? static_cast<std::size_t>(size) : 0};
}

}  // namespace

std::uint64_t note_open(int file) {
  static std::atomic<std::uint64_t> last = 0;
  const std::uint64_t handle = ++last;
  if (has_place(file)) handles()[static_cast<std::size_t>(file)] = handle;
  return handle;
}

void note_close(int file) {
  if (has_place(file)) handles()[static_cast<std::size_t>(file)] = 0;
}

std::uint64_t handle_of(int file) {
  return has_place(file) ? handles()[static_cast<std::size_t>(file)].load() : 0;
}

std::string path_of(int file) { return target_of("/proc/self/fd/" + std::to_string(file)); }

std::string whole_path(int folder, const char* path) {
  if (path == nullptr || *path == '/') return path == nullptr ? "" : path;
  return (folder == AT_FDCWD ? target_of("/proc/self/cwd") : path_of(folder)) + '/' + path;
}

}  // namespace newsline::fault
