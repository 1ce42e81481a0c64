// SPDX-License-Identifier: GPL-3.0-or-later
// Holds the reader of feeds against the expectations in feedparser's own test files.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "common/article/field/white_space.h"
#include "common/article/formats.h"
#include "common/article/html/fragment.h"
#include "common/article/html/tree/document.h"
#include "common/text/date_stamp.h"
#include "tests/article/feed/expectations.h"

namespace {

using newsline::Article;
using newsline::ReadArticle;
using newsline::Reading;

const std::filesystem::path kFolder = std::filesystem::path(NEWSLINE_DATA_DIR) / "formats/feedparser/tests";

std::string contents_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<Reading> readings_of(const std::filesystem::path& path) {
  auto opened = newsline::open_reader({path.string(), "feeds"});
  if (auto* const rejection = std::get_if<newsline::Rejection>(&opened)) return {*rejection};
  std::vector<Reading> readings;
  auto& reader = *std::get<std::unique_ptr<newsline::Reader>>(opened);
  while (auto reading = reader.next()) readings.push_back(std::move(*reading));
  return readings;
}

std::string in_words(std::string_view markup) {
  return newsline::one_line(newsline::html::text_of_fragment(markup));
}

bool is_same_moment(const std::optional<newsline::Published>& published, const std::string& expected) {
  const auto wanted = newsline::parse_date_stamp(expected);
  if (!published || !wanted) return published.has_value() == wanted.has_value();
  return published->utc_seconds() == wanted->utc_seconds();
}

/// Whether a text is what a literal says: HTML, or where the file says so, plain text.
bool is_same_text(std::string_view text, const std::string& literal, bool is_plain) {
  const std::string line = newsline::one_line(text);
  return line == in_words(literal) || (is_plain && line == newsline::one_line(literal));
}

bool agrees(const std::vector<Reading>& readings, const Expectation& expected, bool is_plain) {
  if (expected.key == "entries") return readings.size() == std::stoul(expected.value);
  if (expected.entry >= readings.size()) return false;
  const auto* const read = std::get_if<ReadArticle>(&readings[expected.entry]);
  // An entry without title and text is rejected: what else it says is not an article's.
  if (read == nullptr) {
    const bool is_text = expected.key == "title" || expected.key == "content" || expected.key == "summary";
    return !is_text || in_words(expected.value).empty();
  }
  const Article& article = read->article;
  if (expected.key == "link") return article.url == expected.value;
  if (expected.key == "title") return is_same_text(article.title, expected.value, is_plain);
  if (expected.key == "published" || expected.key == "updated") {
    return is_same_moment(article.published, expected.value);
  }
  return is_same_text(article.body, expected.value, is_plain) ||
         is_same_text(article.summary, expected.value, is_plain);
}

}  // namespace

TEST_SUITE("data") {
  TEST_CASE("Well-formed feeds give the entries that their own expectations say" *
            doctest::skip(!std::filesystem::exists(kFolder))) {
    std::size_t files = 0;
    std::size_t right = 0;
    for (const auto& file : std::filesystem::recursive_directory_iterator(kFolder / "wellformed")) {
      if (file.path().extension() != ".xml") continue;
      const std::string contents = contents_of(file.path());
      const auto expectations = expectations_in(contents);
      const bool is_plain = contents.find("text/plain") != std::string::npos ||
                            contents.find("type='text'") != std::string::npos ||
                            contents.find("type=\"text\"") != std::string::npos;
      if (expectations.empty()) continue;
      const auto readings = readings_of(file.path());
      ++files;
      bool is_right = true;
      for (const Expectation& expected : expectations) {
        if (agrees(readings, expected, is_plain)) continue;
        is_right = false;
        const auto* const read =
            expected.entry < readings.size() ? std::get_if<ReadArticle>(&readings[expected.entry]) : nullptr;
        const Article article = read == nullptr ? Article() : read->article;
        MESSAGE(file.path().lexically_relative(kFolder).string()
                << ": " << expected.key << " is " << expected.value << " not title " << article.title
                << " url " << article.url << " body " << article.body);
      }
      right += is_right ? 1 : 0;
    }
    MESSAGE(right << " of " << files << " feeds as they expect");
    CHECK(files > 700);
    CHECK(static_cast<double>(right) >= 0.99 * static_cast<double>(files));
  }
}
