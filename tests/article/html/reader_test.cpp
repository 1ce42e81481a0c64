// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/html/reader.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "common/article/formats.h"
#include "common/text/utf8.h"
#include "tests/article/html/sample_pages.h"
#include "tests/support/temporary_folder.h"

namespace newsline {
namespace {

const ReadContext kContext{"/pages/dam.html", "pages"};

Article article_of(std::string_view page) {
  const Reading reading = read_html(page, kContext);
  REQUIRE(std::holds_alternative<ReadArticle>(reading));
  return std::get<ReadArticle>(reading).article;
}

std::string body_of(std::string_view page) { return article_of(page).body; }

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

/// A page whose article is these elements.
std::string page_with(std::string_view elements) {
  return "<html><body><div class=wrap><nav><a href=/>Home</a> <a href=/sport>Sport</a></nav><div id=story>" +
         std::string(test::kLongParagraphs) + std::string(elements) + std::string(test::kLongParagraphs) +
         "</div></div></body></html>";
}

TEST_SUITE("unit") {
  TEST_CASE("a whole page becomes an article") {
    const Article article = article_of(test::kWholePage);
    CHECK(article.title == "Engineers find cracks in the Jrakert dam");
    REQUIRE(article.published);
    CHECK(iso8601(*article.published) == "2024-05-30T18:05:00+04:00");
    CHECK(article.authors == std::vector<std::string>{"Mariam Petrosian"});
    CHECK(article.tags == std::vector<std::string>{"dam", "Jrakert"});
    CHECK(article.language == "en");
    CHECK(article.source == "Evening Courier");
    CHECK(article.section == "Regions");
    CHECK(article.url == "https://courier.example/2024/05/jrakert-dam");
    CHECK(article.id == article.url);
    CHECK(article.summary == "Divers saw three of them.");
    CHECK(article.path == kContext.path);
    CHECK(article.body == test::kBodyOfWholePage);
  }

  TEST_CASE("furniture is not text") {
    for (const std::string_view furniture : {
             "<nav><p>FURNITURE in a menu</p></nav>",
             "<div class=share-bar><a href=x>FURNITURE</a></div>",
             ("<div class=\"related-links\"><h3>Related</h3>"
              "<ul><li><a href=x>FURNITURE one</a></li></ul></div>"),
             "<ul><li><a href=x>FURNITURE one and more</a></li><li><a href=y>FURNITURE two</a></li></ul>",
             "<aside>FURNITURE beside</aside>",
             ("<div id=newsletterSignup><p>FURNITURE every morning in your mail.</p>"
              "<input><button>Go</button></div>"),
             "<div class=CookieBanner>We keep FURNITURE.</div>",
             "<section id=comments><p>FURNITURE says a reader, who writes a long comment here.</p></section>",
             "<figure><img src=x><figcaption>FURNITURE of a picture</figcaption></figure>",
             "<form><label>FURNITURE</label></form>",
             "<button>FURNITURE</button>",
             "<div hidden>FURNITURE</div>",
             "<p style='color: red; DISPLAY : none'>FURNITURE</p>",
             "<span aria-hidden=true>FURNITURE</span>",
             "<template><p>FURNITURE</p></template>",
             "<script>FURNITURE</script>",
             "<div class=tags><a href=x>FURNITURE</a>, <a href=y>more</a></div>",
             "<div role=navigation>FURNITURE</div>",
             "<p><a href=x>FURNITURE: read how it all began</a></p>",
         }) {
      CAPTURE(furniture);
      const std::string body = body_of(page_with(furniture));
      CHECK_FALSE(has(body, "FURNITURE"));
      CHECK(has(body, "The mayor"));
    }
  }

  TEST_CASE("the text of an article is kept") {
    for (const std::string_view text : {
             "<h2>KEPT heading</h2>",
             "<blockquote><p>KEPT quote.</p></blockquote>",
             "<ul><li>KEPT item of a list</li><li>another item</li></ul>",
             "<p>KEPT.</p>",
             "<p>It says <a href=x>KEPT</a> here, and more.</p>",
             "<pre>KEPT  code</pre>",
             "<table><tr><td>KEPT</td><td>5</td></tr></table>",
             "<div><div><p>KEPT in boxes of boxes, which is how pages are made.</p></div></div>",
             "<p>A <b>bo<i>ld</b> KEPT</i> word.</p>",
             "<custom-box><p>KEPT in an element that nobody knows.</p></custom-box>",
         }) {
      CAPTURE(text);
      CHECK(has(body_of(page_with(text)), "KEPT"));
    }
  }

  TEST_CASE("names are not believed where they call the whole article furniture") {
    const std::string text(test::kLongParagraphs);
    CHECK(
        has(body_of("<body class='with-sidebar comments-open'><div class=sidebar-layout>" + text + "</div>"),
            "The mayor"));
    CHECK(has(body_of("<body><aside>" + text + "</aside>"), "The mayor"));
  }

  TEST_CASE("an article is found whole in whatever boxes it stands") {
    const std::string part(test::kLongParagraphs);
    const std::string first =
        "<p>FIRST came the news that the bridge over the river might close, and with it the "
        "road, the market and the school on the other side.</p>";
    const std::string last =
        "<p>LAST of all, the story of the bridge, the river and the town is over, as all stories "
        "are, and people walk over it once more.</p>";
    std::string noise;  // short lines without links, which no name gives away
    for (int line = 0; line < 40; ++line) noise += "<div>Weather in ten more towns</div>";
    const auto box = [&](const std::string& text) {
      return "<div><div>" + text + "</div>" + noise + "</div>";
    };
    const std::vector<std::string> pages{
        "<div><section><div>" + first + part + "</div></section><section><div>" + last +
            "</div></section></div>",
        "<div><div>" + first + part + part + "</div>" + last + noise + "</div>",
        "<div>" + box(first + part) + box(part + first) + box(part + last) + box(last + part) + "</div>",
        "<table><tr><td>Weather</td><td>" + first + part + "<br><br>" + last + "</td></tr></table>",
        "<div>FIRST, in no element, as pages of old did, with commas, and more.<br><br>" + part +
            "LAST.</div>",
    };
    for (const std::string& page : pages) {
      CAPTURE(page);
      const std::string body = body_of("<body><p>Short.</p>" + page + "<div>" + noise + "</div>");
      CHECK(has(body, "FIRST"));
      CHECK(has(body, "LAST"));
    }
  }

  TEST_CASE("paragraphs and lines stay apart") {
    const std::string body = body_of(page_with(
        "<p>First of  two\nlines.</p><ul><li>one</li><li>two</li></ul><p>Verse.<br>Break.<br><br>Next.</p>"
        "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>"));
    CHECK(
        has(body, "\n\nFirst of two lines.\n\n- one\n- two\n\nVerse.\n\nBreak.\n\nNext.\n\na b\n\nc d\n\n"));
  }

  TEST_CASE("title and byline do not stand again in the body") {
    const std::string page =
        "<title>Dam: “cracks” found</title><article><h1>Dam: \"cracks\" found</h1>"
        "<div class=byline>By Lev Orlov</div><p class=date>30 May 2024</p>" +
        std::string(test::kLongParagraphs) + "</article>";
    const std::string body = body_of(page);
    CHECK(body.starts_with("The mayor"));
  }

  TEST_CASE("a line of a date says when the article was published if nothing else does") {
    const std::string page = "<div><p>30 May 2024</p>" + std::string(test::kLongParagraphs) + "</div>";
    REQUIRE(article_of(page).published);
    CHECK(iso8601(*article_of(page).published) == "2024-05-30");
    CHECK(article_of(page).body.starts_with("The mayor"));
  }

  TEST_CASE("a file is opened with the reader of web pages") {
    const TemporaryFolder folder;
    const std::string path = folder / "page";
    write_file(path, "<meta charset=windows-1251><title>\xCC\xEE\xF1\xF2</title>");
    auto opened = open_reader({path, "pages"});
    REQUIRE(std::holds_alternative<std::unique_ptr<Reader>>(opened));
    Reader& reader = *std::get<std::unique_ptr<Reader>>(opened);
    const auto reading = reader.next();
    REQUIRE(reading);
    CHECK(std::get<ReadArticle>(*reading).article.title == "Мост");
    CHECK_FALSE(reader.next());
  }

  TEST_CASE("a body in the metadata stands in for one that the page does not show") {
    const std::string page =
        "<script type=application/ld+json>{\"@type\": \"NewsArticle\", \"headline\": \"Dam\", "
        "\"articleBody\": "
        "\"Cracks &amp; water were found.\\nDivers saw them on Monday, the mayor "
        "said.\"}</script><p>Loading.</p>";
    CHECK(body_of(page) == "Cracks & water were found.\n\nDivers saw them on Monday, the mayor said.");
  }

  TEST_CASE("pages in other scripts are read like others") {
    for (const test::PageInScript& each : test::kPagesInOtherScripts) {
      CAPTURE(each.title);
      const Article article = article_of(each.page);
      CHECK(article.title == each.title);
      CHECK(article.body.starts_with(each.start));
      CHECK_FALSE(has(article.body, each.furniture));
    }
  }

  TEST_CASE("a page is read in the charset that it declares") {
    const std::string text = "<title>x</title><p>\xCC\xEE\xF1\xF2 \xEE\xF2\xEA\xF0\xFB\xF2.";
    for (const std::string_view head : {
             "<meta charset=windows-1251>",
             "<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=windows-1251'>",
             "<!-- <meta charset=utf-8> --><meta charset='windows-1251'>",
             "<?xml version='1.0' encoding='windows-1251'?><html>",
         }) {
      CAPTURE(head);
      CHECK(body_of(std::string(head) + text) == "Мост открыт.");
    }
    CHECK(body_of("<meta charset=windows-1251><p>Мост открыт.") == "Мост открыт.");
    CHECK(body_of(text) == "Мост открыт.");
    const Reading assumed = read_html("<p>A caf\xE9 by the river.", kContext);
    CHECK(std::get<ReadArticle>(assumed).mended);
  }

  TEST_CASE("a page without title and text is rejected") {
    for (const std::string_view page :
         {"", "<html></html>", "<script>x</script>", "<p>  &nbsp; </p>", "<!-- x"}) {
      CAPTURE(page);
      const Reading reading = read_html(page, kContext);
      REQUIRE(std::holds_alternative<Rejection>(reading));
      CHECK(std::get<Rejection>(reading).reason == "the page has neither title nor text");
    }
  }

  TEST_CASE("control characters written as entities reach no article") {
    const Article article = article_of("<title>a&#27;[31mb</title><p>c&#1;d &#x202E; &#0; &#xD800;</p>");
    CHECK(article.title == "a[31mb");
    CHECK(is_valid_utf8(article.body));
    CHECK(article.body.find('\x01') == std::string::npos);
  }

  TEST_CASE("web pages are told by their start") {
    struct Case {
      std::string_view start;
      std::string_view path;
      bool is_html;
    };
    const std::vector<Case> cases{
        {"<!DOCTYPE html><p>x", "a", true},
        {"\uFEFF\n <!-- saved -->\n<!doctype HTML PUBLIC \"x\">", "a", true},
        {"<HTML lang=en>", "a.txt", true},
        {"<?xml version=\"1.0\"?>\n<!DOCTYPE html>", "a", true},
        {"<div class=x>", "a", true},
        {"Some text <b>bold</b>", "a.html", true},
        {"Some text <b>bold</b>", "a.HTM.gz", true},
        {"Some text <b>bold</b>", "a.txt", false},
        {"Some text", "a.html", false},
        {"<?xml version=\"1.0\"?><rss>", "a.html", false},
        {"<?xml version=\"1.0\"?><rss>", "a.xml", false},
        {"{\"html\": \"<p>\"}", "a.json", false},
        {"", "a.html", false},
    };
    for (const Case& each : cases) {
      CAPTURE(each.start);
      CAPTURE(each.path);
      CHECK(is_html(each.start, each.path) == each.is_html);
    }
  }
}

}  // namespace
}  // namespace newsline
