// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "common/article/article_json.h"
#include "common/index/furniture/cut.h"
#include "common/index/glass.h"
#include "common/index/schema.h"
#include "common/index/upkeep.h"
#include "tests/index/place.h"
#include "tests/index/seed.h"
#include "tests/index/story/random_story.h"

using namespace newsline;

namespace {

using Cuts = std::map<std::string, std::pair<int, int>>;

std::vector<std::string> words_from(RandomStory& random, std::size_t count) {
  std::vector<std::string> words;
  for (; count > 0; --count) {
    std::string word;
    while (word.size() < 9) word += static_cast<char>('a' + random.below(26));
    words.push_back(word);
  }
  return words;
}

/// Articles of two hosts and of a folder that come, change and go, most of them with lines at their edges
/// that others have too.
class World {
 public:
  explicit World(RandomStory& random) : random_(random) {}

  void change(int most) {
    const int id = static_cast<int>(random_.below(static_cast<std::size_t>(most)));
    if (random_.below(4) == 0)
      articles_.erase(id);
    else
      articles_[id] = text(id);
  }

  void shrink(int most) { articles_.erase(articles_.lower_bound(most), articles_.end()); }

  void write(const Place& place) const {
    std::string lines;
    for (const auto& [id, lines_of] : articles_) lines += to_json(record(id, lines_of)) + "\n";
    place.write("all.jsonl", lines + "\n");
  }

  /// How many lines are cut off each article, by counting each line of each.
  [[nodiscard]] Cuts expected() const {
    std::map<std::string, int> numbers;
    std::map<std::pair<std::string, std::string>, int> with;
    for (const auto& [id, lines] : articles_) {
      ++numbers[source(id)];
      std::set<std::string> seen(lines.begin(), lines.begin() + std::min<std::ptrdiff_t>(4, size(lines)));
      seen.insert(lines.end() - std::min<std::ptrdiff_t>(4, size(lines)), lines.end());
      for (const std::string& line : seen) ++with[{source(id), line}];
    }
    Cuts cuts;
    for (const auto& [id, lines] : articles_) {
      const std::string source_of = source(id);
      const auto is_furniture = [&](const std::string& line) {
        int all = numbers[source_of];
        int unit = 1;
        while (all / unit >= 16) unit *= 2;
        all = all / unit * unit;
        const int count = with[{source_of, line}];
        return count >= 30 && 10 * count >= 3 * all;
      };
      const auto run = [&](auto begin, auto end) {
        end = begin + std::min<std::ptrdiff_t>(4, end - begin);
        return static_cast<int>(std::find_if_not(begin, end, is_furniture) - begin);
      };
      std::pair<int, int> cut(run(lines.begin(), lines.end()), run(lines.rbegin(), lines.rend()));
      if (cut.first + cut.second >= size(lines)) cut = {0, 0};
      cuts["Q" + record(id, lines).id] = cut;
    }
    return cuts;
  }

 private:
  using Lines = std::vector<std::string>;

  static std::ptrdiff_t size(const Lines& lines) { return static_cast<std::ptrdiff_t>(lines.size()); }

  static std::string source(int id) { return id % 4 == 0 ? "a" : id % 4 == 1 ? "b" : "folder"; }

  /// Lines that many have at the edges, and some of its own between them, or none.
  Lines text(int id) {
    Lines lines;
    const auto add_edge = [&](const std::string& name) {
      for (std::size_t left = random_.below(4); left > 0; --left)
        lines.push_back(random_.below(3) == 0 ? words_from(random_, 1).front()
                                              : name + (random_.below(4) == 0 ? 'b' : 'a'));
    };
    add_edge("head " + source(id).substr(0, random_.below(2)));
    for (std::string& line : words_from(random_, random_.below(5))) lines.push_back(std::move(line));
    add_edge("tail ");
    return lines;
  }

  static Article record(int id, const Lines& lines) {
    Article article;
    article.title = "The same";
    article.source = "Folder";
    const std::string host = source(id);
    if (host != "folder") article.url = fmt::format("https://{}.example/{}", host, id);
    article.id = article.url.empty() ? fmt::format("u{}", id) : article.url;
    for (const std::string& line : lines) article.body += (article.body.empty() ? "" : "\n\n") + line;
    return article;
  }

  RandomStory& random_;
  std::map<int, Lines> articles_;
};

Cuts found(const std::string& index) {
  const Xapian::Database database = open_for_reading(index);
  Cuts cuts;
  for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
    const Xapian::Document document = database.get_document(*at);
    auto term = document.termlist_begin();
    term.skip_to("Q");
    const EdgeCut cut = cut_of_value(document.get_value(schema::slot::kFurniture));
    cuts[*term] = {cut.head, cut.tail};
  }
  return cuts;
}

void require_whole(const std::string& index) {
  const CheckReport report = check(index, CheckDepth::full);
  CAPTURE(report.first_problems);
  REQUIRE(report.is_whole());
}

/// Steps that change a few articles, or many at once. Whether any article was cut.
bool run_world(RandomStory& random, int most, int steps) {
  Place place;
  place.request.allow_mass_delete = true;
  World world(random);
  bool some_were_cut = false;
  for (int step = 0; step < steps; ++step) {
    CAPTURE(step);
    const std::size_t often = random.below(3) == 0 ? static_cast<std::size_t>(most) : 6;
    for (std::size_t changes = 1 + random.below(often); changes > 0; --changes) world.change(most);
    if (random.below(6) == 0) world.shrink(most / 2);
    world.write(place);
    place.request.batch_bytes = random.below(2) == 0 ? 1 : 1 << 20;
    place.request.list_bytes = random.below(2) == 0 ? 1 : 0;
    place.update();
    const Cuts cuts = found(place.request.index);
    REQUIRE(cuts == world.expected());
    some_were_cut = some_were_cut || std::any_of(cuts.begin(), cuts.end(), [](const auto& cut) {
                      return cut.second != std::pair(0, 0);
                    });
    if (step % 8 == 0) require_whole(place.request.index);
  }
  for (const unsigned workers : {1U, 3U}) {
    UpdateRequest fresh{place.folder / fmt::format("fresh{}", workers), place.request.sources};
    fresh.workers = workers;
    fresh.list_bytes = workers == 1 ? 0 : 1;
    rebuild(fresh, place.listener);
    REQUIRE(snapshot(fresh.index) == snapshot(place.request.index));
    require_whole(fresh.index);
  }
  require_whole(place.request.index);
  REQUIRE(place.listener.rejections.empty());
  return some_were_cut;
}

}  // namespace

TEST_SUITE("property") {
  TEST_CASE("furniture is that of a model and of a rebuild whatever came and went before") {
    const unsigned from = test_seed();
    CAPTURE(from);
    RandomStory random(from);
    bool some_were_cut = false;
    for (const int most : {200, 400, 700}) {
      CAPTURE(most);
      some_were_cut = run_world(random, most, 20) || some_were_cut;
    }
    CHECK(some_were_cut);
  }
}
