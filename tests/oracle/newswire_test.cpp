// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/update.h"
#include "common/search/archive.h"
#include "tests/index/observers.h"
#include "tests/oracle/asking.h"
#include "tests/oracle/model.h"
#include "tests/oracle/outside_data.h"
#include "tests/support/temporary_folder.h"

/// The 21,578 articles of Reuters-21578, as records and as pages.
namespace newsline::oracle {
namespace {

constexpr std::size_t kArticles = 21578;

constexpr auto kQuestions = std::to_array<std::string_view>({
    "\"prime minister\"",
    "oil",
    "\"crude oil\" OPEC",
    "wheat OR corn",
    "trade -Japan",
    "tag:cocoa",
    "#earn profit",
    "bank NEAR/5 England",
    "title:japan",
    "title:\"trade surplus\"",
    "date:1987-03",
    "date:1987-03-01..1987-03-07 gold",
    "after:1987-10-01 \"stock exchange\"",
    "before:1987-03-01 coffee",
    "tag:grain tag:usa",
    "tag:acq -tag:usa merger",
    "petrol*",
    "(sugar OR coffee) brazil*",
    "U.S. dollar yen \"central bank\"",
    "-the",
    "*",
});

/// What a page shows as the number of readers of the article at this place.
std::uint64_t reads_of(std::size_t place) { return place * 7919 % 5000; }

std::string shown_title(const Article& article) { return article.title.empty() ? "Untitled" : article.title; }

/// The text of a scraped page: title, date and counter, title, body, tags, furniture.
std::string page_of(const Article& article, std::size_t place) {
  std::string tags;
  for (const std::string& tag : article.tags) tags += (tags.empty() ? "#" : "   #") + tag;
  const std::string title = shown_title(article);
  return fmt::format(
      "{0}\u00a0\n\n\u00a0 {1:%e %B %Y}\u00a0\u00a0 \u00a0Read: {2}\n  {0}\u00a0\n\n{3}\n\n\nMore about: {4} "
      " "
      "\n\n\nNews Line",
      title, fmt::gmtime(std::chrono::system_clock::to_time_t(article.published.value().day)),
      reads_of(place), article.body, tags);
}

std::string squeezed(const std::string& text) {
  std::istringstream words(text);
  std::string all;
  for (std::string word; words >> word;) all += word + ' ';
  return all;
}

/// Numbers of the records that answer, in order.
std::vector<std::string> records(const Page& page) {
  std::vector<std::string> numbers;
  for (const Hit& hit : page.hits) {
    const std::filesystem::path path(hit.path);
    numbers.push_back(path.extension() == ".txt" ? path.stem().string() : record_of(hit.id));
  }
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

std::vector<std::string> records(const Matches& matches) {
  std::vector<std::string> numbers;
  for (const Reading* reading : matches) numbers.push_back(record_of(reading->article.id));
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

/// All questions have the answers of the model, and its counts of tags, months and days.
void check_answers(const std::string& index, const Model& model) {
  const std::vector<FacetRequest> facets = {
      {FacetField::tag, kAll}, {FacetField::tag, 10}, {FacetField::month, kAll}, {FacetField::day, kAll}};
  Archive archive(index);
  std::size_t empty = 0;
  for (const std::string_view question : kQuestions) {
    CAPTURE(std::string(question));
    Request request = whole(asked(question));
    request.facets = facets;
    const Page page = archive.search(request);
    const Matches expected = model.answer(request.query);
    empty += expected.empty() ? 1 : 0;
    CHECK(page.total == expected.size());
    CHECK((records(page) == records(expected)));
    for (std::size_t i = 0; i < facets.size(); ++i) {
      const Facet facet = counted(expected, facets[i]);
      CHECK((text_of(page.facets[i].counts) == text_of(facet.counts)));
      CHECK(page.facets[i].distinct == facet.distinct);
      CHECK(page.facets[i].without == facet.without);
    }
  }
  CHECK(empty == 0);
}

void write_pages(const std::vector<Article>& articles, const std::string& folder) {
  for (std::size_t place = 0; place < articles.size(); ++place) {
    write_file(fmt::format("{}/{:02}/{}.txt", folder, place / 1000, record_of(articles[place].id)),
               page_of(articles[place], place));
  }
}

/// Every article came through its page whole.
void check_pages(const std::string& index, const std::vector<Article>& articles) {
  std::map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < articles.size(); ++i) places[record_of(articles[i].id)] = i;
  std::size_t seen = 0;
  Archive archive(index);
  archive.for_each_article([&](const Article& page) {
    const std::string record = std::filesystem::path(page.path).stem().string();
    CAPTURE(record);
    const std::size_t place = places.at(record);
    const Article& article = articles[place];
    CHECK((squeezed(page.title) == squeezed(shown_title(article))));
    CHECK((squeezed(page.body) == squeezed(article.body)));
    CHECK(page.published.value().day == article.published.value().day);
    CHECK(page.reads == reads_of(place));
    CHECK((page.tags == article.tags));
    ++seen;
    return true;
  });
  CHECK(seen == articles.size());
}

/// All articles are taken, and the second time nothing has changed.
void check_update(const UpdateRequest& request) {
  Listener listener;
  CHECK(update(request, listener).articles_added == kArticles);
  CHECK_FALSE(update(request, listener).changed());
  CHECK(listener.rejections.empty());
}

TEST_SUITE("data") {
  TEST_CASE("a year of newswire answers as a brute force search does") {
    const std::string file = outside_file("news/reuters21578.jsonl.gz");
    if (file.empty()) return;
    const TemporaryFolder folder;
    const std::vector<Article> articles = articles_in(file);
    REQUIRE(articles.size() == kArticles);
    check_update({folder / "index", {file}});
    check_answers(folder / "index", Model(articles));
  }

  TEST_CASE("the same newswire answers alike as scraped pages") {
    const std::string file = outside_file("news/reuters21578.jsonl.gz");
    if (file.empty()) return;
    const TemporaryFolder folder;
    const std::vector<Article> articles = articles_in(file);
    write_pages(articles, folder / "pages");
    check_update({folder / "index", {folder / "pages"}});
    check_pages(folder / "index", articles);
    check_answers(folder / "index", Model(articles));
  }
}

}  // namespace
}  // namespace newsline::oracle
