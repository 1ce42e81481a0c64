// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/folder/free_space.h"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>

#include "common/error.h"

namespace newsline {
namespace {

namespace fs = std::filesystem;

constexpr double kMegabyte = 1e6;

double megabytes(std::uint64_t bytes) { return static_cast<double>(bytes) / kMegabyte; }

}  // namespace

std::uint64_t size_of_files(const std::string& folder) {
  std::uint64_t bytes = 0;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.is_regular_file()) bytes += entry.file_size();
  return bytes;
}

void require_space(const std::string& folder, std::uint64_t bytes) {
  std::error_code error;
  const fs::space_info space = fs::space(folder, error);
  if (error || space.available >= bytes) return;
  throw Error(
      ErrorKind::cannot_write,
      fmt::format("a new generation of the index needs about {:.0f} MB in \"{}\", and {:.0f} MB are free",
                  megabytes(bytes), folder, megabytes(space.available)),
      "nothing was changed; make room, then run again");
}

}  // namespace newsline
