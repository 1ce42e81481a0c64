// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>

namespace newsline {

/// A folder of a test's own, removed with all that is in it. In memory where that is possible: every commit
/// syncs, and disks are slow at that.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = parent() + "/newsline-test-XXXXXX";
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make a temporary folder");
    path_ = name;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  [[nodiscard]] std::string operator/(std::string_view name) const { return path_ + "/" + std::string(name); }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  static std::string parent() {
    const bool in_memory = getenv("TMPDIR") == nullptr && access("/dev/shm", W_OK | X_OK) == 0;
    return in_memory ? "/dev/shm" : std::filesystem::temp_directory_path().string();
  }

  std::string path_;
};

inline void write_file(const std::string& path, std::string_view text) {
  std::filesystem::create_directories(std::filesystem::path(path).parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

}  // namespace newsline
