// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>

#include "common/article/file/walk.h"
#include "common/error.h"
#include "common/index/folder/index_folder.h"
#include "common/index/glass.h"
#include "common/index/upkeep.h"

namespace newsline {
namespace {

std::string roll_back(const std::string& index) {
  require_index(index);
  const WriteLock lock(index, "rollback");
  const std::string current = *current_generation(index);
  const auto names = generations(index);
  const auto in_use = std::find(names.begin(), names.end(), current);
  if (in_use == names.begin() || in_use == names.end())
    throw Error(ErrorKind::usage, fmt::format("the index \"{}\" has no generation before {}", index, current),
                "a rebuild keeps the one before it");
  const std::string& former = *(in_use - 1);
  check_rules(Xapian::Database(index + "/" + former, Xapian::DB_BACKEND_GLASS), index);
  publish_generation(index, former);
  return former;
}

}  // namespace

std::string rollback(const std::string& index) {
  return guarded(index, [&] { return roll_back(absolute_path(index)); });
}

}  // namespace newsline
