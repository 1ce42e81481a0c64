// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "common/article/html/body/hints.h"
#include "common/article/html/metadata/facts.h"
#include "common/article/html/metadata/json_ld.h"
#include "common/article/html/metadata/markup.h"
#include "common/article/html/metadata/meta_tags.h"
#include "common/article/html/metadata/title.h"
#include "common/article/html/tree/sieve.h"

namespace newsline::html {
namespace {

using Names = std::vector<std::string>;

Document document_of(std::string_view page) { return Document(sieve(page)->source); }

Facts meta_facts(std::string_view head) { return meta_tag_facts(document_of(head)); }

Facts markup(std::string_view page) {
  const Document document = document_of(page);
  return markup_facts(document, hints_of(document));
}

std::string date_of(const Facts& facts) { return facts.published ? iso8601(*facts.published) : ""; }

Names titles_of(const Facts& facts) {
  Names texts;
  for (const SaidTitle& title : facts.titles) texts.push_back(title.text);
  return texts;
}

std::string title_of(std::string_view page, const Names& said, std::string_view site = {},
                     std::string_view url = {}) {
  std::vector<SaidTitle> titles;
  for (const std::string& title : said) titles.push_back({title, {"", "test"}});
  return article_title(document_of(page), titles, site, url).text;
}

TEST_SUITE("unit") {
  TEST_CASE("JSON-LD says all that it knows") {
    const Facts facts = json_ld_facts({R"({"@context": "https://schema.org", "@type": "NewsArticle",
      "headline": "Dam &amp; river", "datePublished": "2024-03-12T09:30:00+04:00",
      "author": [{"@type": "Person", "name": "By Ani Sarkisian"}, {"name": "Lev Orlov"}],
      "publisher": {"@type": "Organization", "name": "Evening Courier"}, "inLanguage": "hy_AM",
      "keywords": "dam, river", "articleSection": ["Regions", "News"], "description": "Cracks.",
      "mainEntityOfPage": {"@id": "https://courier.example/dam"}, "articleBody": "Text."})"});
    CHECK(titles_of(facts) == Names{"Dam & river"});
    CHECK(date_of(facts) == "2024-03-12T09:30:00+04:00");
    CHECK(facts.authors == Names{"Ani Sarkisian", "Lev Orlov"});
    CHECK(facts.site == "Evening Courier");
    CHECK(facts.language == "hy-am");
    CHECK(facts.tags == Names{"dam", " river"});
    CHECK(facts.section == "Regions");
    CHECK(facts.summary == "Cracks.");
    CHECK(facts.url == "https://courier.example/dam");
    CHECK(facts.body == "Text.");
  }

  TEST_CASE("JSON-LD is found in any nesting") {
    for (
        const std::string_view script : {
            R"([{"@type": "BreadcrumbList"}, {"@type": "NewsArticle", "headline": "Dam"}])",
            R"({"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": ["Thing", "Article"], "headline": "Dam"}]})",
            R"({"@type": "WebPage", "name": "x", "mainEntity": {"@type": "BlogPosting", "headline": "Dam"}})",
            R"({"@type": "http://schema.org/NewsArticle", "headline": "Dam"})",
            R"({"@type": "NewsArticle", "headline": "Dam",
                 "mentions": {"@type": "NewsArticle", "headline": "No"}})",
            R"([{"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "headline": "No"}]},
                 {"@type": "Article", "headline": "Dam"}])",
        }) {
      CAPTURE(script);
      const Facts facts = json_ld_facts({script});
      REQUIRE_FALSE(facts.titles.empty());
      CHECK(facts.titles.front().text == "Dam");
    }
  }

  TEST_CASE("a reference in JSON-LD is followed to its name") {
    const Facts facts = json_ld_facts({R"({"@graph": [
      {"@type": "NewsArticle", "headline": "Dam", "author": {"@id": "#ani"}, "publisher": {"@id": "#org"}},
      {"@type": "Person", "@id": "#ani", "name": "Ani Sarkisian"},
      {"@type": "Organization", "@id": "#org", "name": "Evening Courier"}]})"});
    CHECK(facts.authors == Names{"Ani Sarkisian"});
    CHECK(facts.site == "Evening Courier");
  }

  TEST_CASE("broken JSON-LD is forgiven or says nothing") {
    for (const std::string_view script : {
             "<!-- {\"@type\": \"NewsArticle\", \"headline\": \"Dam\"} -->",
             "//<![CDATA[\n{\"@type\": \"NewsArticle\", \"headline\": \"Dam\"}\n//]]>",
             "<![CDATA[[{\"@type\": \"NewsArticle\", \"headline\": \"Dam\"}]]]>",
             "{\"@type\": \"NewsArticle\", \"headline\": \"Dam\", };",
             "{\"@type\": \"NewsArticle\", \"description\": \"two\nlines\", \"headline\": \"Dam\"}",
             "[{\"@type\": \"NewsArticle\", \"headline\": \"Dam\"}, ]",
         }) {
      CAPTURE(script);
      CHECK(titles_of(json_ld_facts({script})) == Names{"Dam"});
    }
    for (const std::string_view script :
         {"", "{", "null", "[[[[", "{\"@type\": 5}", "{\"@type\": \"NewsArticle\""}) {
      CAPTURE(script);
      CHECK(json_ld_facts({script}).titles.empty());
    }
  }

  TEST_CASE("meta tags are read under all their names") {
    struct Case {
      std::string_view tag;
      std::string_view title;
    };
    const std::vector<Case> cases{
        {"<meta property='og:title' content='Dam'>", "Dam"},
        {"<meta name='OG:Title' content='Dam'>", "Dam"},
        {"<meta name='twitter:title' content='Dam'>", "Dam"},
        {"<meta name='DC.title' content='Dam'>", "Dam"},
        {"<meta name='dc:title' content='Dam'>", "Dam"},
        {"<meta name='dcterms.title' content='Dam'>", "Dam"},
        {"<meta property='x:title dc:title' content='Dam'>", "Dam"},
        {"<meta name='parsely-title' content='Dam &amp;amp; river'>", "Dam & river"},
    };
    for (const Case& each : cases) {
      CAPTURE(each.tag);
      CHECK(titles_of(meta_facts(each.tag)) == Names{std::string(each.title)});
    }
    CHECK(meta_facts("<meta name='og:title' content='  '><meta name='x' content='y'><meta>").titles.empty());
  }

  TEST_CASE("of doubled meta tags the first and more precise one wins") {
    const Facts facts = meta_facts(
        "<meta name=date content='2020-01-01'><meta property=article:published_time "
        "content='2024-03-12T09:30Z'>"
        "<meta property=article:published_time content='2021-01-01'>"
        "<meta name=description content='Long'><meta property=og:description content='Short'>"
        "<meta name=author content='https://courier.example/ani'><meta name=parsely-author content='Ani "
        "Sarkisian'>"
        "<meta name=parsely-author content='Lev Orlov'><meta property=og:locale content='ru_RU'>"
        "<meta property=article:tag content='dam, big'><meta property=article:tag content='river'>"
        "<meta name=keywords content='other'>");
    CHECK(date_of(facts) == "2024-03-12T09:30:00Z");
    CHECK(facts.summary == "Short");
    CHECK(facts.authors == Names{"Ani Sarkisian", "Lev Orlov"});
    CHECK(facts.language == "ru-ru");
    CHECK(facts.tags == Names{"dam, big", "river"});
  }

  TEST_CASE("visible elements say what metadata does not") {
    const Facts facts = markup(
        "<html lang=ru-RU><link rel=canonical href='https://courier.example/dam'><body><div class=byline>By "
        "Ani "
        "Sarkisian</div><time datetime='2024-03-12'>yesterday</time><a rel='nofollow tag' href=x>#dam</a>"
        "<a rel=tag href=y>river</a>");
    CHECK(facts.language == "ru-ru");
    CHECK(facts.url == "https://courier.example/dam");
    CHECK(facts.authors == Names{"Ani Sarkisian"});
    CHECK(date_of(facts) == "2024-03-12");
    CHECK(facts.tags == Names{"dam", "river"});
  }

  TEST_CASE("microdata goes before what is only named so") {
    const Facts facts = markup(
        "<time datetime='2020-01-01'>x</time><div class=author>Somebody Else</div><article>"
        "<h1 itemprop=headline>Dam</h1><span itemprop=author itemscope><a itemprop=name href=x>Ani "
        "Sarkisian</a> "
        "writes</span><span itemprop=datePublished content='2024-03-12T09:30:00Z'>now</span></article>");
    CHECK(titles_of(facts) == Names{"Dam"});
    CHECK(facts.authors == Names{"Ani Sarkisian"});
    CHECK(date_of(facts) == "2024-03-12T09:30:00Z");
  }

  TEST_CASE("a date stands in words where nothing marks it up") {
    CHECK(date_of(markup("<p>In 1990 a dam was built.<span class='post-date'>12 March 2024</span>")) ==
          "2024-03-12");
    CHECK(date_of(markup("<div class=comment-date>12 March 2024</div>")).empty());
  }

  TEST_CASE("authors are names of people") {
    struct Case {
      std::string_view line;
      Names names;
    };
    const std::vector<Case> cases{
        {"By Ani Sarkisian", {"Ani Sarkisian"}},
        {"by: Ani Sarkisian and Lev Orlov", {"Ani Sarkisian", "Lev Orlov"}},
        {"Von Jan Weber und Eva Roth", {"Jan Weber", "Eva Roth"}},
        {"Автор: Лев Орлов", {"Лев Орлов"}},
        {"Ani Sarkisian, Lev Orlov", {"Ani Sarkisian", " Lev Orlov"}},
        {"Byron Vonnegut", {"Byron Vonnegut"}},
        {"https://courier.example/ani", {}},
        {"@ani", {}},
        {"12 March 2024", {}},
        {"", {}},
    };
    for (const Case& each : cases) {
      CAPTURE(each.line);
      Names trimmed;
      for (const std::string& name : each.names) trimmed.push_back(plain_text(name));
      CHECK(author_names(each.line) == trimmed);
    }
  }

  TEST_CASE("a url names an article if it is more than a host") {
    CHECK(article_url(" https://courier.example/dam ") == "https://courier.example/dam");
    CHECK(article_url("https://courier.example/?p=5") == "https://courier.example/?p=5");
    for (const std::string_view url :
         {"", "/dam", "https://courier.example", "https://courier.example/", "javascript:x",
          "https://courier.example/a b", "ftp://courier.example/a"}) {
      CAPTURE(url);
      CHECK(article_url(url).empty());
    }
  }

  TEST_CASE("a url says a day only as folders of its path") {
    const auto day = [](std::string_view url) {
      const auto published = date_in_url(url);
      return published ? iso8601(*published) : "";
    };
    CHECK(day("https://courier.example/2024/03/12/dam") == "2024-03-12");
    CHECK(day("https://courier.example/9999/99/99/2024/03/12/") == "2024-03-12");
    for (const std::string_view url :
         {"https://courier.example/dam-2024-03-12", "https://courier.example/2024/03/dam",
          "https://courier.example/2024/13/12/dam", "https://courier.example/2024/03/12"}) {
      CAPTURE(url);
      CHECK(day(url).empty());
    }
  }

  TEST_CASE("a title stands without the site") {
    struct Case {
      std::string_view page;
      std::string_view title;
    };
    const std::vector<Case> cases{
        {"<title>Cracks found in dam | Evening Courier</title>", "Cracks found in dam"},
        {"<title>Cracks found in dam - Evening Courier</title>", "Cracks found in dam"},
        {"<title>Cracks found in dam | Regions | Evening Courier</title>", "Cracks found in dam"},
        {"<title>Evening Courier: all news</title>", "Evening Courier: all news"},
        {"<title>Dam - what now</title>", "Dam - what now"},
        {"<title>Courier - Dam</title><h1>Dam</h1>", "Dam"},
        {"<title>Dam and river - a report</title><h1>Dam and river - a report</h1>",
         "Dam and river - a report"},
        {"<title></title><h1>Dam &amp; river</h1>", "Dam & river"},
        {"<p>text", ""},
    };
    for (const Case& each : cases) {
      CAPTURE(each.page);
      CHECK(title_of(each.page, {}) == each.title);
    }
  }

  TEST_CASE("a site is known by its name and by its host") {
    CHECK(title_of("", {"Cracks found - The Evening Courier"}, "The Evening Courier") == "Cracks found");
    CHECK(title_of("", {"Cracks found - Evening Courier"}, "", "https://www.eveningcourier.example/x") ==
          "Cracks found");
    CHECK(title_of("", {"Cracks found - what we know"}, "Evening Courier") == "Cracks found - what we know");
  }

  TEST_CASE("of several titles the one that the page shows wins") {
    CHECK(title_of("<title>Dam cracks again | Courier</title><h1>Cracks</h1>",
                   {"Cracks", "Dam cracks again"}) == "Dam cracks again");
    CHECK(title_of("<title>The dam cracks again. What the men of the river say of it | Courier</title>"
                   "<h1>The dam cracks again</h1>",
                   {"The dam cracks again. What the men of the river say of it", "The dam cracks again"}) ==
          "The dam cracks again");
    CHECK(title_of("<h1>Dam cracks</h1>", {"You will not believe it", "Dam cracks | Courier"}) ==
          "Dam cracks");
    CHECK(title_of("<h1>Something else</h1>", {"", "First", "Second"}) == "First");
  }
}

}  // namespace
}  // namespace newsline::html
