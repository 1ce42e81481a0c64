// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "common/article/article_json.h"
#include "common/index/document/postings.h"
#include "common/index/schema.h"
#include "common/index/story/signature.h"
#include "tests/index/place.h"
#include "tests/index/seed.h"
#include "tests/index/story/random_story.h"

using namespace newsline;

namespace {

using Words = RandomStory::Words;

/// Articles that come, change and go, most of them made of others.
class World {
 public:
  World(Place& place, RandomStory& random, int most) : place_(place), random_(random), most_(most) {}

  void change() {
    const int id = static_cast<int>(random_.below(static_cast<std::size_t>(most_)));
    if (random_.below(4) == 0) {
      articles_.erase(id);
    } else {
      articles_[id] = {random_.below(2) == 0 ? "" : fmt::format("2024-03-1{}", random_.below(9)), text()};
    }
  }

  void write() const {
    std::string lines;
    for (const auto& [id, article] : articles_) lines += to_json(record(id, article)) + "\n";
    place_.write("all.jsonl", lines + "\n");
  }

  /// What each article belongs to, by looking at each with each: the promise of stories_of().
  [[nodiscard]] std::map<std::string, std::string> expected() const {
    std::vector<Text> rest;
    Tokenizer tokenizer;
    for (const auto& [id, article] : articles_) {
      const Postings postings = make_postings(record(id, article), tokenizer);
      Text text{record(id, article).id, article.day.empty() ? "9" : article.day, ""};
      for (const auto& [slot, value] : postings.values)
        if (slot == schema::slot::kSignature) text.signature = value;
      rest.push_back(text);
    }
    std::sort(rest.begin(), rest.end());
    std::map<std::string, std::string> stories;
    while (!rest.empty()) take_component(rest, stories);
    return stories;
  }

 private:
  struct Dated {
    std::string day;
    Words words;
  };
  struct Text {
    std::string id;
    std::string day;
    std::string signature;
    bool operator<(const Text& other) const { return std::pair(day, id) < std::pair(other.day, other.id); }
  };
  using Texts = std::vector<Text>;

  static Article record(int id, const Dated& dated) {
    Article article;
    article.id = fmt::format("u{:03}", id);
    article.title = "The same";
    article.body = RandomStory::joined(dated.words);
    if (!dated.day.empty()) {
      const unsigned day = static_cast<unsigned>(std::stoul(dated.day.substr(8)));
      article.published = Published{std::chrono::sys_days(std::chrono::year(2024) / 3 / day)};
    }
    return article;
  }

  Words text() {
    if (articles_.empty() || random_.below(5) == 0) return random_.text(1 + random_.below(100));
    auto some = articles_.begin();
    std::advance(some, random_.below(articles_.size()));
    return random_.passed_on(some->second.words);
  }

  static bool are_joined(const Text& one, const Text& other) {
    if (one.signature.empty()) return false;
    for (const std::uint32_t hash : searched_hashes(one.signature))
      for (const std::uint32_t same : searched_hashes(other.signature))
        if (hash == same) return are_copies(one.signature, other.signature);
    return false;
  }

  /// Moves those that some of `of` (of `how`) are copies of from `rest` to the end of `of`.
  template <typename How>
  static bool move_copies(Texts& of, Texts& rest, How how) {
    const Texts known = of;
    const auto is_copy = [&](const Text& text) {
      return std::any_of(known.begin(), known.end(), [&](const Text& one) { return how(one, text); });
    };
    std::copy_if(rest.begin(), rest.end(), std::back_inserter(of), is_copy);
    std::erase_if(rest, is_copy);
    return of.size() != known.size();
  }

  static void take_component(Texts& rest, std::map<std::string, std::string>& stories) {
    Texts component{rest.front()};
    rest.erase(rest.begin());
    while (move_copies(component, rest, are_joined)) {
    }
    std::sort(component.begin(), component.end());
    while (!component.empty()) {
      Texts story{component.front()};
      component.erase(component.begin());
      move_copies(story, component, [](const Text& one, const Text& other) {
        return are_copies(one.signature, other.signature);
      });
      move_copies(story, component, are_joined);
      for (const Text& text : story) stories[text.id] = story.size() == 1 ? "" : story.front().id;
    }
  }

  Place& place_;
  RandomStory& random_;
  int most_;
  std::map<int, Dated> articles_;
};

std::map<std::string, std::string> found(const std::string& index) {
  std::map<std::string, std::string> stories;
  for (const auto& [id, text] : snapshot(index)) {
    const std::string mark = fmt::format("\n{}=", schema::slot::kStory);
    const std::size_t at = text.find(mark);
    stories[id.substr(1)] =
        at == std::string::npos
            ? ""
            : text.substr(at + mark.size(), text.find_first_of("\n{", at + 1) - at - mark.size());
  }
  return stories;
}

}  // namespace

TEST_SUITE("property") {
  TEST_CASE("stories are those of a model and of a rebuild whatever came and went before") {
    const unsigned from = test_seed();
    CAPTURE(from);
    RandomStory random(from);
    for (int number = 0; number < 6; ++number) {
      Place place;
      place.request.allow_mass_delete = true;
      // More texts than are compared with one would need a model of that limit.
      World world(place, random, 30);
      for (int step = 0; step < 25; ++step) {
        CAPTURE(number);
        CAPTURE(step);
        for (std::size_t changes = 1 + random.below(step == 0 ? 40 : 4); changes > 0; --changes)
          world.change();
        world.write();
        place.request.batch_bytes = random.below(2) == 0 ? 1 : 1 << 20;
        place.request.list_bytes = random.below(2) == 0 ? 500 : 0;
        place.update();
        REQUIRE(found(place.request.index) == world.expected());
      }
      UpdateRequest fresh{place.folder / "fresh", place.request.sources};
      fresh.list_bytes = 500;
      rebuild(fresh, place.listener);
      REQUIRE(snapshot(fresh.index) == snapshot(place.request.index));
      REQUIRE(place.listener.rejections.empty());
    }
  }

  TEST_CASE("stories of very many copies are those of a rebuild whatever came and went before") {
    RandomStory random(test_seed() + 1);
    Place place;
    place.request.allow_mass_delete = true;
    World world(place, random, 300);
    for (int step = 0; step < 12; ++step) {
      CAPTURE(step);
      for (std::size_t changes = step == 0 ? 300 : 1 + random.below(20); changes > 0; --changes)
        world.change();
      world.write();
      place.update();
      UpdateRequest fresh{place.folder / fmt::format("fresh{}", step), place.request.sources};
      fresh.list_bytes = step % 2 == 0 ? 0 : 2000;
      rebuild(fresh, place.listener);
      REQUIRE(found(fresh.index) == found(place.request.index));
    }
    CHECK(place.listener.rejections.empty());
  }
}
