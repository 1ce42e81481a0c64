// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/refresh/request_sources.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <filesystem>

#include "common/article/file/walk.h"
#include "common/error.h"
#include "common/index/folder/index_folder.h"
#include "common/index/ledger/sources.h"
#include "common/index/whole_database.h"

namespace newsline {

std::vector<std::string> sources_of(const UpdateRequest& request) {
  std::vector<std::string> sources;
  for (const std::string& given : request.sources) {
    std::string source = absolute_path(given);
    if (std::find(sources.begin(), sources.end(), source) == sources.end())
      sources.push_back(std::move(source));
  }
  return sources;
}

std::vector<std::string> remembered_sources(const std::string& index) {
  const auto generation = current_generation(index);
  if (!generation) return {};
  const Sources sources(open_whole(index + "/" + *generation));
  std::vector<std::string> paths;
  for (const Source& source : sources.in_order()) paths.push_back(source.path);
  return paths;
}

void require_sources(const std::vector<std::string>& sources, const std::vector<std::string>& remembered) {
  for (const std::string& source : sources) {
    std::error_code error;
    if (std::filesystem::exists(source, error)) continue;
    if (std::find(remembered.begin(), remembered.end(), source) == remembered.end())
      throw Error(ErrorKind::usage, fmt::format("the source \"{}\" does not exist", source));
    throw Error(ErrorKind::usage, fmt::format("the source \"{}\" has disappeared", source),
                "nothing was changed; bring it back, or put an empty folder there to take its articles out");
  }
}

}  // namespace newsline
