// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/article.h"

#include <set>
#include <utility>

#include "common/article/field/white_space.h"
#include "common/text/fold.h"

namespace newsline {

std::vector<std::string> distinct_names(std::vector<std::string> names) {
  std::set<std::string> seen;  // of the few names that there usually are, sooner than a hash table
  std::vector<std::string> distinct;
  for (const std::string& name : names) {
    const std::string_view trimmed = trim(name);
    std::string folded = fold(trimmed);
    if (!folded.empty() && seen.insert(std::move(folded)).second) distinct.emplace_back(trimmed);
  }
  return distinct;
}

}  // namespace newsline
