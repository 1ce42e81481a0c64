// SPDX-License-Identifier: GPL-3.0-or-later
// The news of a site in Markdown, read whole and checked line by line against its front matter. Skipped where
// the data is absent.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "common/article/field/white_space.h"
#include "common/article/formats.h"
#include "tests/article/container/readings.h"
#include "tests/article/summary.h"

namespace newsline {
namespace {

const std::string kFolder = std::string(NEWSLINE_DATA_DIR "/formats/markdown-digitalgov/news");

/// What front matter says, read by lines, where a value stands on one line; empty where it does not.
struct Said {
  std::string title;
  std::string date;
  std::vector<std::string> topics;
  bool is_draft = false;
};

std::string unquoted(std::string_view text) {
  std::string plain(trim(text));
  if (plain.size() < 2 || (plain[0] != '"' && plain[0] != '\'')) return plain;
  const char quote = plain[0];
  if (plain.back() != quote) return {};
  plain = plain.substr(1, plain.size() - 2);
  const bool has_escapes = plain.find(quote == '"' ? "\\" : "''") != std::string::npos;
  return has_escapes ? std::string() : plain;
}

Said said_by(const std::string& path) {
  std::ifstream file(path);
  Said said;
  std::string line;
  std::string key;
  int marks = 0;
  while (marks < 2 && std::getline(file, line)) {
    if (line.ends_with('\r')) line.pop_back();
    if (line.starts_with("---")) {
      ++marks;
    } else if (line.starts_with("  - ") || line.starts_with("- ")) {
      if (key == "topics") said.topics.push_back(unquoted(line.substr(line.find('-') + 1)));
    } else if (line.starts_with(' ')) {
      if (key == "title") said.title.clear();  // goes on
    } else if (const std::size_t colon = line.find(':'); colon != std::string::npos && line[0] != '#') {
      key = line.substr(0, colon);
      const std::string value = line.substr(colon + 1);
      if (key == "draft") said.is_draft = trim(value) == "true";
      if (key == "title") said.title = unquoted(value);
      if (key == "date") said.date = unquoted(value).substr(0, 10);
    }
  }
  return said;
}

}  // namespace

TEST_SUITE("data") {
  TEST_CASE("a site of Markdown is read whole" * doctest::skip(!std::filesystem::exists(kFolder))) {
    std::vector<std::string> paths;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(kFolder))
      if (entry.is_regular_file()) paths.push_back(entry.path());
    REQUIRE(paths.size() == 489);
    int titles = 0;
    int dates = 0;
    int tags = 0;
    int drafts = 0;
    for (const std::string& path : paths) {
      CAPTURE(path);
      const auto readings = test::readings_of({path, "site"});
      const Said said = said_by(path);
      REQUIRE(readings.size() == (said.is_draft ? 0 : 1));
      drafts += static_cast<int>(said.is_draft);
      if (said.is_draft) continue;
      const Article article = test::article_of(readings.front());
      CHECK_FALSE((article.title + article.body).empty());
      CHECK(article.published.has_value());
      if (!said.title.empty() && said.title != "|" && said.title != ">") {
        ++titles;
        CHECK(article.title == one_line(said.title));
      }
      if (!said.date.empty()) {
        ++dates;
        CHECK(iso8601(article.published->day) == said.date);
      }
      tags += static_cast<int>(said.topics.size());
      for (const std::string& topic : said.topics)
        CHECK(std::count(article.tags.begin(), article.tags.end(), topic) == 1);
      CHECK(article.body.find("{{") == std::string::npos);
    }
    MESSAGE(paths.size() << " pages; checked: " << titles << " titles, " << dates << " dates, " << tags
                         << " tags; " << drafts << " drafts");
    CHECK(titles > 400);
    CHECK(dates + drafts == 489);
    CHECK(tags > 1000);
  }
}

}  // namespace newsline
