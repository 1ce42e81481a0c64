// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <chrono>
#include <functional>
#include <optional>
#include <string>

#include "common/article/article.h"
#include "common/index/glass/snapshot.h"

/// Articles by their ids. For the files of common/search only: this header mentions Xapian.
namespace newsline {

/// As Archive::article(); 0 if there is none that may be seen at `now` (nothing: the clock's).
[[nodiscard]] Xapian::docid find_document(const std::string& id, const Snapshot& database,
                                          std::optional<std::chrono::sys_seconds> now);
[[nodiscard]] std::optional<Article> find_article(const std::string& id, const Snapshot& database);

/// As Archive::for_each_article(), beginning behind the id `after`; keeps `after` at the id that was given
/// last, so that a call that broke off can go on. Takes memory for all ids.
void for_each_article(const Snapshot& database, std::optional<std::string>& after,
                      const std::function<bool(const Article&)>& each);

}  // namespace newsline
