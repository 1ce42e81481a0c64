// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/oracle/indexed_world.h"

#include <array>
#include <iterator>
#include <stdexcept>
#include <utility>

#include "common/article/article_json.h"
#include "common/index/update.h"
#include "tests/index/observers.h"

namespace newsline::oracle {

IndexedWorld::IndexedWorld(std::uint64_t seed) : random(seed) {
  for (std::size_t count = 1 + random.below(60); count > 0; --count) put(random.article(random.below(1000)));
  refresh();
}

IndexedWorld::IndexedWorld(const std::vector<Article>& articles) : random(0) {
  for (const Article& article : articles) put(article);
  refresh();
}

void IndexedWorld::change() {
  for (std::size_t count = 1 + random.below(20); count > 0; --count) {
    const auto some =
        std::next(articles_.begin(), static_cast<std::ptrdiff_t>(random.below(articles_.size())));
    if (random.one_in(3) && articles_.size() > 1) {
      articles_.erase(some);
    } else if (random.one_in(2)) {
      Article changed = random.article(0);
      changed.id = some->first;
      some->second = std::move(changed);
    } else {
      put(random.article(random.below(1000)));
    }
  }
  refresh();
}

std::string IndexedWorld::built_anew() {
  Listener listener;
  rebuild({folder_ / "anew", {folder_ / "articles"}}, listener);
  return folder_ / "anew";
}

std::vector<Article> IndexedWorld::articles() const {
  std::vector<Article> all;
  for (const auto& [id, article] : articles_) all.push_back(article);
  return all;
}

void IndexedWorld::put(Article article) {
  std::string id = article.id;
  articles_.insert_or_assign(std::move(id), std::move(article));
}

void IndexedWorld::refresh() {
  // In the form of export, which is read back exactly.
  std::array<std::string, 3> files;
  for (const auto& [id, article] : articles_) files[id.size() % files.size()] += to_json(article) + "\n";
  for (std::size_t i = 0; i < files.size(); ++i) {
    write_file(folder_ / ("articles/" + std::to_string(i) + ".jsonl"), files[i] + "\n");
  }
  Listener listener;
  UpdateRequest request{index(), {folder_ / "articles"}, 1 + random.below(20000)};
  request.allow_mass_delete = true;
  update(request, listener);
  if (!listener.rejections.empty()) throw std::logic_error("an article of a random world was rejected");
}

}  // namespace newsline::oracle
