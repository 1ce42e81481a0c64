// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/source_paths.h"

#include "common/index/path_text.h"
#include "common/index/refresh/sources.h"

namespace newsline {

std::vector<std::string> source_paths(const Xapian::Database& database) {
  const Sources sources(database);
  std::vector<std::string> paths;
  for (const Source& source : sources.in_order()) paths.push_back(path_text(source.path));
  return paths;
}

}  // namespace newsline
