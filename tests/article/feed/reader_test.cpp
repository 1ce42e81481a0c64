// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/feed/reader.h"

#include <doctest/doctest.h>

#include <string>

namespace {

using newsline::Article;
using newsline::is_feed;
using newsline::iso8601;
using newsline::read_feed;
using newsline::ReadArticle;
using newsline::Reading;
using newsline::Rejection;

const newsline::ReadContext kContext{"/feeds/valley.xml", "feeds"};

std::vector<ReadArticle> articles_in(std::string_view feed) {
  std::vector<ReadArticle> articles;
  for (const Reading& reading : read_feed(feed, kContext)) {
    REQUIRE(std::holds_alternative<ReadArticle>(reading));
    articles.push_back(std::get<ReadArticle>(reading));
  }
  return articles;
}

Article only_article(std::string_view feed) {
  const auto articles = articles_in(feed);
  REQUIRE(articles.size() == 1);
  return articles.front().article;
}

Article article_of_item(const std::string& inside) {
  return only_article(
      "<rss version='2.0'><channel><title>Valley News</title><link>https://valley.example/</link>"
      "<item>" +
      inside + "</item></channel></rss>");
}

Article article_of_entry(const std::string& inside) {
  return only_article(
      "<feed xmlns='http://www.w3.org/2005/Atom'><title>Valley News</title>"
      "<link href='https://valley.example/'/><entry>" +
      inside + "</entry></feed>");
}

std::string date_of(const Article& article) {
  return article.published ? iso8601(*article.published) : std::string();
}

constexpr std::string_view kRss = R"(<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
     xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel>
  <title>Հովտի լուրեր</title>
  <link>https://valley.example/</link>
  <language>hy</language>
  <item>
    <title>Ջրակերտի ամբարտակը &amp;quot;ապահով&amp;quot; է</title>
    <link>https://valley.example/dam</link>
    <guid isPermaLink="false">valley-17</guid>
    <pubDate>Tue, 12 Mar 2024 09:30:00 +0400</pubDate>
    <dc:creator><![CDATA[Մարիամ Պետրոսյան]]></dc:creator>
    <category>Ջրակերտ</category><category><![CDATA[ամբարտակ]]></category><category>ջրակերտ</category>
    <description>Ինժեներները ստուգեցին պատը։</description>
    <content:encoded><![CDATA[<p>Ինժեներները <b>երկու օր</b> ստուգեցին պատը։</p><script>alert(1)</script>
      <p>Ճաքեր չկան։</p><ul><li>առաջին</li><li>երկրորդ</li></ul>]]></content:encoded>
    <media:content url="https://valley.example/dam.jpg"><media:title>Լուսանկար</media:title></media:content>
  </item>
</channel>
</rss>)";

constexpr std::string_view kAtom = R"(<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"
    xml:base="https://tal.example/blog/">
  <title type="html">Tal &amp;amp; Berg</title>
  <author><name>Redaktion</name></author>
  <link rel="self" href="atom.xml"/><link href="."/>
  <entry>
    <id>tag:tal.example,2024:1</id>
    <title>Der &lt;Tunnel&gt; ist offen</title>
    <link rel="enclosure" href="a.mp3"/><link rel="alternate" type="text/html" href="tunnel"/>
    <published>2024-03-12T09:30:00+01:00</published><updated>2024-03-13T10:00:00+01:00</updated>
    <author><name>Jana Weiß</name><email>jana@tal.example</email></author><author><name>Ole Beck</name></author>
    <category term="bahn" label="Bahn"/><category term="tunnel"/>
    <summary>Kurz.</summary>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Der Zug <em>fährt</em>.</p><p>Zwei.</p></div></content>
  </entry>
  <entry xml:lang="en-GB"><id>tag:tal.example,2024:2</id><title>Two</title><summary>Only a summary.</summary>
    <updated>2024-03-14</updated></entry>
</feed>)";

constexpr std::string_view kRdf = R"(<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <channel rdf:about="https://valley.example/rdf"><title>Valley</title><link>https://valley.example/</link>
    <items><rdf:Seq><rdf:li resource="https://valley.example/1"/></rdf:Seq></items></channel>
  <item rdf:about="https://valley.example/1"><title>One</title><link>https://valley.example/1</link>
    <description>Text of one.</description><dc:date>2024-03</dc:date><dc:subject>rail, bridges</dc:subject>
    <dc:language>fr</dc:language></item>
</rdf:RDF>)";

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("An item of RSS becomes an article") {
    const Article article = only_article(kRss);
    CHECK(article.id == "https://valley.example/dam");
    CHECK(article.url == article.id);
    CHECK(article.title == "Ջրակերտի ամբարտակը \"ապահով\" է");
    CHECK(date_of(article) == "2024-03-12T09:30:00+04:00");
    CHECK(article.authors == std::vector<std::string>{"Մարիամ Պետրոսյան"});
    CHECK(article.tags == std::vector<std::string>{"Ջրակերտ", "ամբարտակ"});
    CHECK(article.language == "hy");
    CHECK(article.source == "Հովտի լուրեր");
    CHECK(article.summary == "Ինժեներները ստուգեցին պատը։");
    CHECK(article.body == "Ինժեներները երկու օր ստուգեցին պատը։\n\nՃաքեր չկան։\n\n- առաջին\n- երկրորդ");
    CHECK(article.path == kContext.path);
  }

  TEST_CASE("Entries of Atom become articles") {
    const auto articles = articles_in(kAtom);
    REQUIRE(articles.size() == 2);
    const Article& first = articles[0].article;
    CHECK(first.id == "https://tal.example/blog/tunnel");
    CHECK(first.title == "Der <Tunnel> ist offen");
    CHECK(date_of(first) == "2024-03-12T09:30:00+01:00");
    CHECK(first.authors == std::vector<std::string>{"Jana Weiß", "Ole Beck"});
    CHECK(first.tags == std::vector<std::string>{"Bahn", "tunnel"});
    CHECK(first.language == "de");
    CHECK(first.source == "Tal & Berg");
    CHECK(first.summary == "Kurz.");
    CHECK(first.body == "Der Zug fährt.\n\nZwei.");
    const Article& second = articles[1].article;
    CHECK(second.id == "tag:tal.example,2024:2");
    CHECK(second.url == "");
    CHECK(second.authors == std::vector<std::string>{"Redaktion"});
    CHECK(second.language == "en-gb");
    CHECK(date_of(second) == "2024-03-14");
    CHECK(second.body == "Only a summary.");
    CHECK(second.summary == "");
  }

  TEST_CASE("An item of RDF becomes an article") {
    const Article article = only_article(kRdf);
    CHECK(article.url == "https://valley.example/1");
    CHECK(date_of(article) == "2024-03-01");
    CHECK(article.tags == std::vector<std::string>{"rail", "bridges"});
    CHECK(article.language == "fr");
    CHECK(article.source == "Valley");
  }

  TEST_CASE("A feed in another charset reads as well") {
    const Article article = only_article(
        "<?xml version='1.0' encoding='windows-1251'?><rss><channel><title>\xCC\xE8\xF0</title><item><title>"
        "\xD2\xEE\xED\xED\xE5\xEB\xFC</title></item></channel></rss>");
    CHECK(article.title == "Тоннель");
    CHECK(article.source == "Мир");
  }

  TEST_CASE("A link is resolved beside the page of the feed") {
    CHECK(article_of_item("<title>A</title><link>/a?x=1&amp;y=2</link>").url ==
          "https://valley.example/a?x=1&y=2");
    CHECK(article_of_entry("<title>A</title><link href='a'/>").url == "https://valley.example/a");
    CHECK(
        article_of_entry("<title>A</title><link rel='self' href='s'/><link rel='alternate' type='text/plain' "
                         "href='p'/><link rel='alternate' type='text/html' href='h'/>")
            .url == "https://valley.example/h");
  }

  TEST_CASE("An entry is known by its page and else by its own id or its content") {
    struct Row {
      const char* inside;
      const char* id;
    };
    for (const Row& row :
         {Row{"<title>A</title><link>https://v.example/a</link><guid>7</guid>", "https://v.example/a"},
          Row{"<title>A</title><guid>https://v.example/b</guid>", "https://v.example/b"},
          Row{"<title>A</title><guid isPermaLink='false'>https://v.example/c</guid>", "https://v.example/c"},
          Row{"<title>A</title><guid>urn:uuid:1</guid>", "urn:uuid:1"},
          Row{"<title>A</title><guid>7</guid>", "/feeds/valley.xml#7"},
          Row{"<title>A</title><link>https://valley.example/</link><guid>7</guid>", "/feeds/valley.xml#7"}}) {
      INFO(std::string(row.inside));
      CHECK(article_of_item(row.inside).id == row.id);
    }
    CHECK(article_of_item("<title>A</title><guid isPermaLink='false'>https://v.example/c</guid>").url == "");
    const std::string first = article_of_item("<title>A</title>").id;
    CHECK(first == article_of_item("<title>A</title><pubDate/>").id);
    CHECK(first != article_of_item("<title>B</title>").id);
  }

  TEST_CASE("Authors are names") {
    struct Row {
      const char* inside;
      const char* name;
    };
    for (const Row& row :
         {Row{"<author>ana@v.example (Ana Sousa)</author>", "Ana Sousa"},
          Row{"<author>Ana Sousa &lt;ana@v.example&gt;</author>", "Ana Sousa"},
          Row{"<author>ana@v.example</author>", "ana@v.example"},
          Row{"<author>Ana (Sousa)</author>", "Ana (Sousa)"},
          Row{"<dc:creator>Ana Sousa</dc:creator><itunes:author>Radio</itunes:author>", "Ana Sousa"},
          Row{"<itunes:author>Radio</itunes:author>", "Radio"}}) {
      INFO(std::string(row.inside));
      CHECK(article_of_item("<title>A</title>" + std::string(row.inside)).authors ==
            std::vector<std::string>{row.name});
    }
  }

  TEST_CASE("The first date that can be read counts") {
    CHECK(date_of(article_of_item("<title>A</title><pubDate>soon</pubDate><dc:date>2024-03-12</dc:date>")) ==
          "2024-03-12");
    CHECK(date_of(article_of_item("<title>A</title><pubDate>Tue, 31 Feb 2024 09:30:00 GMT</pubDate>")) == "");
    CHECK(date_of(article_of_entry(
              "<title>A</title><updated>2024-03-13</updated><issued>2024-03-12</issued>")) == "2024-03-12");
  }

  TEST_CASE("A date far ahead is kept and counts as mended") {
    const auto articles = articles_in(
        "<rss><channel><title>V</title><item><title>A</title><pubDate>1 Jan 2999 00:00:00 GMT</pubDate>"
        "</item><item><title>B</title><pubDate>1 Jan 1999 00:00:00 GMT</pubDate></item></channel></rss>");
    REQUIRE(articles.size() == 2);
    CHECK(date_of(articles[0].article) == "2999-01-01T00:00:00Z");
    CHECK(articles[0].mended);
    CHECK_FALSE(articles[1].mended);
  }

  TEST_CASE("An entry that was taken from another feed names that as its source") {
    CHECK(article_of_item("<title>A</title><source url='https://hill.example/rss'>Hill</source>").source ==
          "Hill");
    CHECK(article_of_entry("<title>A</title><source><title>Hill</title></source>").source == "Hill");
  }

  TEST_CASE("A feed that names itself behind its entries is named") {
    CHECK(only_article("<rss><channel><item><title>A</title></item><title>Late</title><language>ka</language>"
                       "</channel></rss>")
              .source == "Late");
  }

  TEST_CASE("Plain text keeps its paragraphs") {
    CHECK(article_of_item("<description>One\nand on.\n\nTwo &amp;amp; three.</description>").body ==
          "One and on.\n\nTwo & three.");
    CHECK(article_of_entry("<content type='text'>a &lt;b&gt; c\n\nd</content>").body == "a <b> c\n\nd");
    CHECK(article_of_entry("<content type='html'>a &amp;lt;b&amp;gt; c</content>").body == "a <b> c");
  }

  TEST_CASE("Frames that are not ended take no text away") {
    CHECK(article_of_item("<description>&lt;p&gt;One&lt;/p&gt;&lt;iframe src='x' /&gt;&lt;p&gt;Two&lt;/p&gt;"
                          "</description>")
              .body == "One\n\nTwo");
  }

  TEST_CASE("Captions are no text and tables in figures are") {
    CHECK(article_of_item(
              "<description><![CDATA[<p>One</p><figure><img src=x><figcaption>Photo</figcaption></figure>"
              "<figure><table><tr><td>a</td><td>b</td></tr></table><figcaption>Table</figcaption></figure>"
              "<p>Two</p>]]></description>")
              .body == "One\n\na b\n\nTwo");
  }

  TEST_CASE("Broken markup harms its own entry alone and counts as mended") {
    const auto articles = articles_in(
        "<rss><channel><title>V</title><item><title>A<br>B</title><link>https://v.example/a</"
        "link><description><a "
        "href=x>one</a> <p>two</description></item><item><title>C & D</title></item>");
    REQUIRE(articles.size() == 2);
    CHECK(articles[0].article.title == "A B");
    CHECK(articles[0].article.url == "https://v.example/a");
    CHECK(articles[0].article.body == "one\n\ntwo");
    CHECK(articles[0].mended);
    CHECK(articles[1].article.title == "C & D");
  }

  TEST_CASE("An entry without title and text is rejected with its line") {
    const auto readings = read_feed(
        "<rss>\n<channel>\n<item>\n<link>https://v.example/</link></item></channel></rss>", kContext);
    REQUIRE(readings.size() == 1);
    CHECK(std::get<Rejection>(readings[0]) ==
          Rejection{kContext.path, 3, "the entry of the feed has neither title nor text"});
  }

  TEST_CASE("A feed is told by its first element") {
    for (const std::string_view start : {"<rss version='2.0'>", "<?xml version='1.0'?><feed>",
                                         "<rdf:RDF xmlns:rdf='x'>", "<CHANNEL>", "<atom:entry>"}) {
      INFO(std::string(start));
      CHECK(is_feed(start));
    }
    for (const std::string_view start :
         {"<html>", "<nitf>", "<!DOCTYPE html><rss>x", "Title\n\n<rss>", "{}", ""}) {
      INFO(std::string(start));
      CHECK(is_feed(start) == (start == "<!DOCTYPE html><rss>x"));
    }
  }
}
