// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/stories/planted.h"

#include <algorithm>
#include <chrono>
#include <random>
#include <sstream>

namespace newsline::stories {
namespace {

using Words = std::vector<std::string>;

std::string joined(const Words& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

class Planter {
 public:
  Planter(const std::vector<Article>& articles, std::uint64_t seed) : articles_(articles), random_(seed) {}

  /// Articles that are long enough, shuffled.
  std::vector<const Article*> originals() {
    std::vector<const Article*> long_ones;
    for (const Article& article : articles_)
      if (words_of(article.body).size() >= kLeastWords) long_ones.push_back(&article);
    std::shuffle(long_ones.begin(), long_ones.end(), random_);
    return long_ones;
  }

  Planted copy(const Article& original, Kind kind) {
    Planted planted{original, kind, original.id};
    planted.article.id = "planted/" + std::string(name_of(kind)) + "/" + original.id;
    planted.article.url.clear();
    if (planted.article.published) planted.article.published->day += std::chrono::days(1);
    Words words = words_of(original.body);
    switch (kind) {
      case Kind::edited:
        edit(words);
        break;
      case Kind::truncated:
        words.resize(words.size() * (50 + below(41)) / 100);
        break;
      case Kind::extended:
        extend(words);
        break;
      case Kind::retitled:
        planted.article.title = other().title;
    }
    planted.article.body = joined(words);
    return planted;
  }

 private:
  std::size_t below(std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
  }

  const Article& other() { return articles_[below(articles_.size())]; }

  /// Words that stand side by side in another article.
  Words others(std::size_t count) {
    while (true) {
      const Words words = words_of(other().body);
      if (words.size() < count) continue;
      const auto first = words.begin() + static_cast<std::ptrdiff_t>(below(words.size() - count + 1));
      return {first, first + static_cast<std::ptrdiff_t>(count)};
    }
  }

  void edit(Words& words) {
    for (std::size_t left = words.size() / 10; left > 0; --left) {
      const auto place = words.begin() + static_cast<std::ptrdiff_t>(below(words.size()));
      switch (below(3)) {
        case 0:
          words.erase(place);
          break;
        case 1:
          words.insert(place, std::string(*place));
          break;
        default:
          *place = others(1).front();
      }
    }
  }

  void extend(Words& words) {
    const Words more = others(20 + below(41));
    const std::size_t places[] = {0, words.size(), below(words.size())};
    words.insert(words.begin() + static_cast<std::ptrdiff_t>(places[below(3)]), more.begin(), more.end());
  }

  const std::vector<Article>& articles_;
  std::mt19937_64 random_;
};

}  // namespace

std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::edited:
      return "edited";
    case Kind::truncated:
      return "truncated";
    case Kind::extended:
      return "extended";
    case Kind::retitled:
      return "retitled";
  }
  return {};
}

std::vector<Planted> plant(const std::vector<Article>& articles, std::size_t of_each_kind,
                           std::uint64_t seed) {
  Planter planter(articles, seed);
  const std::vector<const Article*> originals = planter.originals();
  const std::size_t count = std::min(originals.size(), of_each_kind * kKinds.size());
  std::vector<Planted> all;
  for (std::size_t i = 0; i < count; ++i)
    all.push_back(planter.copy(*originals[i], kKinds.at(i % kKinds.size())));
  return all;
}

std::vector<std::string> words_of(std::string_view text) {
  std::istringstream stream{std::string(text)};
  Words words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

}  // namespace newsline::stories
