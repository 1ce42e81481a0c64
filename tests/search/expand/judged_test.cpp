// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "tests/search/archive/sample_index.h"

namespace newsline {
namespace {

constexpr std::size_t kShown = 3;

std::string corpus(const std::string& name) { return std::string(NEWSLINE_SOURCE_DIR "/corpus/") + name; }

/// Grades by query and article.
std::map<std::string, std::map<std::string, int>> judgements() {
  std::map<std::string, std::map<std::string, int>> grades;
  std::ifstream file(corpus("qrels.tsv"));
  for (std::string line; std::getline(file, line);) {
    std::istringstream fields(line);
    std::string query;
    std::string article;
    int grade = 0;
    if (fields >> query >> article >> grade) grades[query][corpus(article)] = grade;
  }
  return grades;
}

/// The sample corpus, indexed.
class Corpus {
 public:
  Corpus() {
    test::Silent observer;
    update({folder_ / "index", {corpus("articles")}}, observer);
  }
  [[nodiscard]] Archive archive() const { return Archive(folder_ / "index"); }

 private:
  TemporaryFolder folder_;
};

}  // namespace

TEST_SUITE("oracle") {
  TEST_CASE("judged questions with acronyms and typing mistakes find their articles among the first three") {
    const Corpus sample;
    Archive archive = sample.archive();
    const auto grades = judgements();
    std::map<std::string, int> asked;
    std::ifstream file(corpus("queries.jsonl"));
    for (std::string line; std::getline(file, line);) {
      const auto query = nlohmann::json::parse(line);
      const std::string kind = query.at("kind");
      if (kind != "acronym" && kind != "typo") continue;
      ++asked[kind];
      const std::string text = query.at("text");
      CAPTURE(text);
      Request request = test::request(text);
      request.correct = true;
      request.limit = kShown;
      const auto& good = grades.at(query.at("id"));
      const auto best = std::max_element(good.begin(), good.end(), [](const auto& a, const auto& b) {
                          return a.second < b.second;
                        })->second;
      const Page page = archive.search(request);
      REQUIRE_FALSE(page.hits.empty());
      CHECK(good.count(page.hits.front().id) == 1);
      CHECK(std::any_of(page.hits.begin(), page.hits.end(),
                        [&](const Hit& hit) { return good.count(hit.id) == 1 && good.at(hit.id) == best; }));
    }
    CHECK(asked["acronym"] >= 13);
    CHECK(asked["typo"] >= 7);
  }
}

}  // namespace newsline
