// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <stdexcept>
#include <string>

namespace newsline {

/// While it lives the process is no administrator, for whom no permission is missing.
class WithoutRights {
 public:
  WithoutRights() : is_root_(geteuid() == 0) {
    if (is_root_ && seteuid(kNobody) != 0) throw std::runtime_error("cannot become another user");
  }
  ~WithoutRights() {
    if (is_root_ && seteuid(0) != 0) std::abort();
  }
  WithoutRights(const WithoutRights&) = delete;
  WithoutRights& operator=(const WithoutRights&) = delete;

 private:
  static constexpr uid_t kNobody = 65534;
  bool is_root_;
};

/// Lets every user write there, save in folders without any permission.
inline void open_to_all(const std::string& folder) {
  namespace fs = std::filesystem;
  fs::permissions(folder, fs::perms::all);
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.is_symlink() || entry.status().permissions() == fs::perms::none) continue;
    if (entry.is_directory())
      open_to_all(entry.path().string());
    else
      fs::permissions(entry.path(), static_cast<fs::perms>(0666));
  }
}

/// A limit of the process (setrlimit) while it lives. Files that grow too large are an error, not a signal.
class Limit {
 public:
  Limit(__rlimit_resource resource, rlim_t limit) : resource_(resource) {
    std::signal(SIGXFSZ, SIG_IGN);
    if (getrlimit(resource, &former_) != 0) throw std::runtime_error("cannot read a limit");
    rlimit now = former_;
    now.rlim_cur = limit;
    if (setrlimit(resource, &now) != 0) throw std::runtime_error("cannot set a limit");
  }
  ~Limit() { setrlimit(resource_, &former_); }
  Limit(const Limit&) = delete;
  Limit& operator=(const Limit&) = delete;

 private:
  __rlimit_resource resource_;
  rlimit former_{};
};

}  // namespace newsline
