// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>
#include <variant>

#include "common/article/field/cleaning.h"
#include "common/article/html/reader.h"
#include "common/text/utf8.h"
#include "tests/article/html/sample_pages.h"
#include "tests/text/random_text.h"

namespace newsline {
namespace {

const ReadContext kContext{"/pages/any.html", "pages"};

bool is_fit(const std::string& text) { return is_valid_utf8(text) && !has_controls(text); }

void check(const Reading& reading) {
  if (const auto* const rejection = std::get_if<Rejection>(&reading)) {
    CHECK_FALSE(rejection->reason.empty());
    return;
  }
  const Article& article = std::get<ReadArticle>(reading).article;
  CHECK_FALSE(article.id.empty());
  CHECK_FALSE((article.title.empty() && article.body.empty()));
  for (const std::string* text : {&article.title, &article.body, &article.summary, &article.source,
                                  &article.section, &article.url, &article.language}) {
    CHECK(is_fit(*text));
  }
  for (const std::string& name : article.tags) CHECK(is_fit(name));
  for (const std::string& name : article.authors) CHECK(is_fit(name));
  CHECK(article.title.find('\n') == std::string::npos);
}

/// Pieces that pages are made of, whole and broken.
constexpr std::array<std::string_view, 44> kPieces{
    "<p>",
    "</p>",
    "<div class=\"article-body\">",
    "</div>",
    "<table>",
    "<tr>",
    "<td>",
    "</table>",
    "<a href=x>",
    "</a>",
    "<b>",
    "</b>",
    "<ul>",
    "<li>",
    "</ul>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "<style>",
    "</style>",
    "<svg>",
    "</svg>",
    "<title>",
    "</title>",
    "<h1>",
    "</h1>",
    "<body>",
    "<head>",
    "<html>",
    "<form>",
    "<br><br>",
    "&amp;",
    "&#0;",
    "&#x1b;",
    "<meta property=og:title content='",
    "'>",
    "\"",
    "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"",
    "\"}",
    "<time datetime=",
    "<pre>\n",
    "<template>",
    "Words, and more words of a sentence that goes on. "};

TEST_SUITE("property") {
  TEST_CASE("any bytes give an article or a rejection") {
    const std::uint64_t seed = test::run_seed();
    CAPTURE(seed);
    test::RandomText random(seed);
    for (int round = 0; round < 300; ++round) check(read_html(random.bytes(2000), kContext));
  }

  TEST_CASE("any heap of tags gives an article or a rejection") {
    const std::uint64_t seed = test::run_seed();
    CAPTURE(seed);
    test::RandomText random(seed);
    for (int round = 0; round < 500; ++round) {
      std::string page;
      for (std::size_t piece = random.below(200); piece > 0; --piece) {
        page += random.below(5) == 0 ? random.text(20) : std::string(kPieces[random.below(kPieces.size())]);
      }
      check(read_html(page, kContext));
    }
  }

  TEST_CASE("a page cut anywhere gives an article or a rejection") {
    for (std::size_t end = 0; end < test::kWholePage.size(); end += 7) {
      check(read_html(test::kWholePage.substr(0, end), kContext));
    }
  }

  TEST_CASE("reading the same page twice gives the same article") {
    const Reading once = read_html(test::kWholePage, kContext);
    const Reading again = read_html(test::kWholePage, kContext);
    CHECK(std::get<ReadArticle>(once).article == std::get<ReadArticle>(again).article);
  }

  TEST_CASE("hostile pages are read within their limits") {
    for (const std::string_view part :
         {"<div>", "<font color=a>x<p>", "<a href=x><div>", "<!--", "<", "<svg>", "<title>", "<script>",
          "<br>", "<body class=a>", "<table><tr><td>", "&amp;", "<p>a", "<b a=", "</p>", "<ul><li>"}) {
      CAPTURE(part);
      std::string page = "<title>t</title>";
      while (page.size() < 400'000) page += part;
      check(read_html(page, kContext));
    }
  }
}

}  // namespace
}  // namespace newsline
