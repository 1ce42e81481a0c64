// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/refresh/request_sources.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <utility>

#include "common/article/file/walk.h"
#include "common/article/formats.h"
#include "common/error.h"
#include "common/index/folder/index_folder.h"
#include "common/index/ledger/sources.h"
#include "common/index/whole_database.h"

namespace newsline {
namespace {

constexpr std::string_view kByDetection = "auto";

}  // namespace

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

Formats formats_of(const UpdateRequest& request) {
  Formats formats;
  if (request.as.empty()) return formats;
  for (std::string& source : sources_of(request))
    formats[std::move(source)] = request.as == kByDetection ? "" : request.as;
  return formats;
}

Formats remembered_formats(const std::string& index) {
  const auto generation = current_generation(index);
  if (!generation) return {};
  const Sources sources(Xapian::Database(index + "/" + *generation, Xapian::DB_BACKEND_GLASS));
  Formats formats;
  for (const Source& source : sources.in_order()) formats[source.path] = source.as;
  return formats;
}

void require_format(const UpdateRequest& request) {
  if (request.as.empty()) return;
  if (request.as != kByDetection) require_article_format(request.as);
  if (request.sources.empty()) {
    throw Error(ErrorKind::usage, "a format is said, but no path that is to be read so",
                "name the files or folders that it is for");
  }
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
