// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/article.h"

#include <unordered_set>
#include <utility>

#include "common/article/field/white_space.h"
#include "common/text/fold.h"

namespace newsline {

std::vector<std::string> distinct_names(std::vector<std::string> names) {
  std::unordered_set<std::string> seen;
  std::vector<std::string> distinct;
  for (const std::string& name : names) {
    const std::string_view trimmed = trim(name);
    std::string folded = fold(trimmed);
    if (!folded.empty() && seen.insert(std::move(folded)).second) distinct.emplace_back(trimmed);
  }
  return distinct;
}

}  // namespace newsline
