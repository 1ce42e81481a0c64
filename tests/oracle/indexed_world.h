// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "common/article/article.h"
#include "tests/oracle/random_world.h"
#include "tests/support/temporary_folder.h"

namespace newsline::oracle {

/// Random articles in three files of JSON Lines, and an index that follows them.
class IndexedWorld {
 public:
  explicit IndexedWorld(std::uint64_t seed);
  explicit IndexedWorld(const std::vector<Article>& articles);

  /// Some articles change, come and go; the index follows.
  void change();

  /// An index of the same articles that is made at once; returns its folder.
  [[nodiscard]] std::string built_anew();

  [[nodiscard]] std::string index() const { return folder_ / "index"; }

  /// By id.
  [[nodiscard]] std::vector<Article> articles() const;

  RandomWorld random;

 private:
  void put(Article article);
  void refresh();

  TemporaryFolder folder_;
  std::map<std::string, Article> articles_;
};

}  // namespace newsline::oracle
