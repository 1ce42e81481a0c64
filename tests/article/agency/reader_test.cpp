// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/agency/reader.h"

#include <doctest/doctest.h>

#include <string>

namespace {

using newsline::Article;
using newsline::iso8601;
using newsline::read_agency;
using newsline::ReadArticle;
using newsline::Reading;
using newsline::Rejection;
using Names = std::vector<std::string>;

const newsline::ReadContext kContext{"/wire/1.xml", "wire"};

std::vector<Article> articles_in(std::string_view file) {
  std::vector<Article> articles;
  for (const Reading& reading : read_agency(file, kContext)) {
    REQUIRE(std::holds_alternative<ReadArticle>(reading));
    articles.push_back(std::get<ReadArticle>(reading).article);
  }
  return articles;
}

Article only_article(std::string_view file) {
  const auto articles = articles_in(file);
  REQUIRE(articles.size() == 1);
  return articles.front();
}

std::string date(const std::optional<newsline::Published>& published) {
  return published ? iso8601(*published) : std::string();
}

constexpr std::string_view kNitf = R"(<?xml version="1.0" encoding="UTF-8"?>
<nitf baselang="nb-NO"><head><title>Not this</title>
  <tobject tobject.type="Utenriks"><tobject.subject tobject.subject.refnum="04000000"/>
    <tobject.subject tobject.subject.refnum="20000350" tobject.subject.matter="sentralbank"/></tobject>
  <docdata><doc-id id-string="77" regsrc="FJ"/><urgency ed-urg="3"/><date.issue norm="20240312T093000+0100"/>
    <date.release norm="20240313T060000Z"/><du-key key="dam-fjell" version="2"/>
    <key-list><keyword key="dam"/></key-list></docdata></head>
 <body><body.head><hedline><hl1>Dammen holder</hl1></hedline>
   <byline>By <person>Kari Nes</person>, <byttl>reporter</byttl></byline><dateline>FJELL</dateline>
   <distributor>Fjellbyrået</distributor><abstract><p>Ingen sprekker.</p></abstract></body.head>
  <body.content><block><p>Folk <em>så</em> på.</p><hl2>Ingen fare</hl2><bq><block><p>Den står.</p></block></bq>
   <media media-type="image"><media-caption>Et bilde</media-caption></media><ul><li>en</li><li>to</li></ul>
   </block></body.content><body.end><tagline>Ring oss</tagline></body.end></body></nitf>)";

std::string g2(const std::string& management, const std::string& content, const std::string& text,
               const std::string& version = "2") {
  return "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='urn:newsml:v.example:1' version='" +
         version + "' xml:lang='en-GB'><itemMeta><provider qcode='nprov:VN'/>" + management +
         "</itemMeta><contentMeta>" + content + "</contentMeta><contentSet>" + text +
         "</contentSet></newsItem>";
}

const std::string kG2 = g2(
    "<versionCreated>2024-03-12T10:00:00Z</versionCreated><firstCreated>2024-03-12T09:30:00+04:00</"
    "firstCreated>"
    "<pubStatus qcode='stat:usable'/><service qcode='svc:r'><name>Regions</name></service><title>not "
    "this</title>",
    "<urgency>4</urgency><by>By Mariam Petrosian and Ole Beck</by><creator><name>Not This</name></creator>"
    "<dateline>ARPAVAN, Tuesday</dateline><slugline>Dam-Cracks</slugline><headline>Dam holds</headline>"
    "<subject qcode='medtop:06000000'/><subject qcode='medtop:20000430'><name xml:lang='de'>Staudamm</name>"
    "<name xml:lang='en-GB'>dams</name></subject><keyword>water</keyword>"
    "<description role='drol:summary'>Nobody is\n in danger.</description>",
    "<inlineXML contenttype='application/xhtml+xml'><html "
    "xmlns='http://www.w3.org/1999/xhtml'><head><title>x</title>"
    "</head><body><h1>Dam holds</h1><p>It <b>stands</b>.</p><p>Two.</p></body></html></inlineXML>");

std::string newsml(const std::string& status) {
  return "<NewsML Version='1.2'><NewsEnvelope><DateAndTime>20240312T100000Z</DateAndTime></NewsEnvelope>"
         "<NewsItem "
         "xml:lang='fr'><Identification><NewsIdentifier><ProviderId>v.example</ProviderId><DateId>20240312"
         "</DateId><NewsItemId>D1</NewsItemId><RevisionId>3</RevisionId></NewsIdentifier></Identification>"
         "<NewsManagement><FirstCreated>20240312T093000+0100</FirstCreated>" +
         status +
         "<Urgency FormalName='2'/></NewsManagement><NewsComponent><NewsLines><HeadLine>Le barrage "
         "tient</HeadLine>"
         "<ByLine>Par Anne "
         "Roux</ByLine><DateLine>LYON</DateLine><SlugLine>barrage</SlugLine><KeywordLine>barrage, "
         "eau</KeywordLine></NewsLines>"
         "<AdministrativeMetadata><Provider><Party FormalName='VN'/></Provider></AdministrativeMetadata>"
         "<DescriptiveMetadata><SubjectCode><Subject "
         "FormalName='06000000'/></SubjectCode></DescriptiveMetadata>"
         "<NewsComponent><Role FormalName='Caption'/><ContentItem><MediaType "
         "FormalName='Text'/><DataContent>photo"
         "</DataContent></ContentItem></NewsComponent>"
         "<NewsComponent><Role FormalName='Main'/><ContentItem><MediaType "
         "FormalName='Text'/><DataContent><nitf><body>"
         "<body.content><p>Il tient.</p><p>Deux.</p></body.content></body></nitf></DataContent></ContentItem>"
         "</NewsComponent></NewsComponent></NewsItem></NewsML>";
}

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("A document of NITF becomes an article") {
    const Article article = only_article(kNitf);
    CHECK(article.id == "FJ:77");
    CHECK(article.title == "Dammen holder");
    CHECK(date(article.published) == "2024-03-12T09:30:00+01:00");
    CHECK(article.language == "nb-no");
    CHECK(article.tags == Names{"economy, business and finance", "sentralbank", "dam"});
    CHECK(article.authors == Names{"Kari Nes"});
    CHECK(article.source == "Fjellbyrået");
    CHECK(article.section == "Utenriks");
    CHECK(article.summary == "Ingen sprekker.");
    CHECK(article.body == "Folk så på.\n\nIngen fare\n\nDen står.\n\n- en\n- to");
    CHECK(article.wire.dateline == "FJELL");
    CHECK(article.wire.slugline == "dam-fjell");
    CHECK(article.wire.subjects == Names{"04000000", "20000350"});
    CHECK(article.wire.urgency == 3);
    CHECK(article.wire.version == 2);
    CHECK(date(article.wire.embargo) == "2024-03-13T06:00:00Z");
  }

  TEST_CASE("An item of NewsML-G2 becomes an article") {
    const Article article = only_article(kG2);
    CHECK(article.id == "urn:newsml:v.example:1");
    CHECK(article.url == "");
    CHECK(article.title == "Dam holds");
    CHECK(date(article.published) == "2024-03-12T09:30:00+04:00");
    CHECK(article.language == "en-gb");
    CHECK(article.tags == Names{"environment", "dams", "water"});
    CHECK(article.authors == Names{"Mariam Petrosian", "Ole Beck"});
    CHECK(article.source == "VN");
    CHECK(article.section == "Regions");
    CHECK(article.summary == "Nobody is in danger.");
    CHECK(article.body == "It stands.\n\nTwo.");
    CHECK(article.wire.dateline == "ARPAVAN, Tuesday");
    CHECK(article.wire.slugline == "Dam-Cracks");
    CHECK(article.wire.subjects == Names{"medtop:06000000", "medtop:20000430"});
    CHECK(article.wire.urgency == 4);
    CHECK(article.wire.version == 2);
    CHECK_FALSE(article.wire.embargo);
  }

  TEST_CASE("An item of NewsML 1 becomes an article") {
    const Article article = only_article(newsml("<Status FormalName='Usable'/>"));
    CHECK(article.id == "urn:newsml:v.example:20240312:D1");
    CHECK(article.title == "Le barrage tient");
    CHECK(date(article.published) == "2024-03-12T09:30:00+01:00");
    CHECK(article.language == "fr");
    CHECK(article.tags == Names{"barrage", "eau", "environment"});
    CHECK(article.authors == Names{"Anne Roux"});
    CHECK(article.source == "VN");
    CHECK(article.body == "Il tient.\n\nDeux.");
    CHECK(article.wire.dateline == "LYON");
    CHECK(article.wire.slugline == "barrage");
    CHECK(article.wire.urgency == 2);
    CHECK(article.wire.version == 3);
  }

  TEST_CASE("Text of other kinds becomes paragraphs") {
    const std::string headline = "<headline>H</headline>";
    CHECK(only_article(g2("", headline, "<inlineData contenttype='text/plain'>One.\n\nTwo.</inlineData>"))
              .body == "One.\n\nTwo.");
    CHECK(only_article(
              g2("", headline, "<inlineData contenttype='text/html'>&lt;p&gt;A&lt;p&gt;B</inlineData>"))
              .body == "A\n\nB");
    CHECK(only_article(g2("", headline + "<description>A picture\n of a dam.</description>", "")).body ==
          "A picture of a dam.");
  }

  TEST_CASE("Subjects are named by what the item asserts of their codes") {
    const Article article = only_article(
        "<newsItem guid='1'><contentMeta><headline>H</headline><subject qcode='a:1'/><subject qcode='a:2'/>"
        "</contentMeta><assert qcode='a:1'><name>Kentucky</name></assert></newsItem>");
    CHECK(article.tags == Names{"Kentucky"});
    CHECK(article.wire.subjects == Names{"a:1", "a:2"});
  }

  TEST_CASE("An embargo is kept and without a time holds for ever") {
    const std::string headline = "<headline>H</headline>";
    CHECK(date(only_article(g2("<embargoed>2024-03-13T06:00:00Z</embargoed>", headline, "")).wire.embargo) ==
          "2024-03-13T06:00:00Z");
    CHECK(date(only_article(g2("<embargoed/>", headline, "")).wire.embargo) == "9999-12-31");
    CHECK(date(only_article(
                   newsml(
                       "<Status FormalName='Embargoed'/><StatusWillChange><FutureStatus "
                       "FormalName='Usable'/><DateAndTime>20240313T060000Z</DateAndTime></StatusWillChange>"))
                   .wire.embargo) == "2024-03-13T06:00:00Z");
  }

  TEST_CASE("An item that is taken back is its id alone") {
    for (const std::string& file :
         {g2("<pubStatus qcode='stat:canceled'/>", "<headline>H</headline>", ""),
          g2("<pubStatus qcode='stat:withheld'/>", "<headline>H</headline>", ""),
          g2("<signal qcode='sig:kill'/>", "<headline>H</headline>", ""),
          newsml("<Status FormalName='Canceled'/>"),
          newsml("<Status FormalName='Usable'/><Instruction FormalName='Delete'/>"),
          std::string(
              "<nitf><head><docdata management-status='canceled'><doc-id id-string='1' regsrc='x'/></docdata>"
              "</head><body><body.head><hedline><hl1>H</hl1></hedline></body.head></body></nitf>")}) {
      const Article article = only_article(file);
      CHECK(article.wire.is_withdrawn);
      CHECK_FALSE(article.id.empty());
      CHECK(article.title.empty());
      CHECK(article.body.empty());
      CHECK(article.tags.empty());
    }
  }

  TEST_CASE("Of the versions of an item the highest counts wherever it stands") {
    const auto version = [](const std::string& number) {
      return g2("", "<headline>Version " + number + "</headline>", "", number);
    };
    const auto articles = articles_in("<newsMessage><header/><itemSet>" + version("2") + version("10") +
                                      version("9") + version("10") + "</itemSet></newsMessage>");
    REQUIRE(articles.size() == 3);
    CHECK(articles.back().title == "Version 10");
    CHECK(articles[1].title == "Version 10");
  }

  TEST_CASE("A package is what it says of its items and a bare one is passed over") {
    const auto articles = articles_in(
        "<newsMessage><itemSet><packageItem guid='p'><groupSet><group><itemRef "
        "residref='1'/></group></groupSet>"
        "</packageItem><packageItem guid='q'><contentMeta><headline>Top "
        "news</headline></contentMeta><groupSet><group>"
        "<itemRef><title>One</title><description>About "
        "one.</description></itemRef><itemRef><title>Two</title>"
        "</itemRef></group></groupSet></packageItem></itemSet></newsMessage>");
    REQUIRE(articles.size() == 1);
    CHECK(articles[0].title == "Top news");
    CHECK(articles[0].body == "One\n\nAbout one.\n\nTwo");
  }

  TEST_CASE("What is no news is rejected with its line and the reason") {
    const auto rejected = [](std::string_view file) {
      const auto readings = read_agency(file, kContext);
      REQUIRE(readings.size() == 1);
      return describe(std::get<Rejection>(readings[0]));
    };
    CHECK(rejected("<conceptItem/>") == "/wire/1.xml:1: not news: a concept of NewsML-G2");
    CHECK(rejected("<newsMessage><itemSet>\n<planningItem/></itemSet></newsMessage>") ==
          "/wire/1.xml:2: not news: a plan of NewsML-G2");
    CHECK(rejected("<newsItem guid='1'/>") == "/wire/1.xml:1: the news item has neither headline nor text");
    CHECK(rejected("<nitf/>") == "/wire/1.xml:1: the news item has neither headline nor text");
  }

  TEST_CASE("Files of agencies are told by their first element") {
    for (const std::string_view start :
         {"<nitf>", "<?xml version='1.0'?><newsItem guid='1'>", "<NewsML Version='1.2'>", "<nar:newsMessage>",
          "<packageItem>", "<conceptItem>"}) {
      INFO(std::string(start));
      CHECK(newsline::is_agency(start));
    }
    for (const std::string_view start : {"<rss>", "<html>", "<news>", "nitf", ""}) {
      INFO(std::string(start));
      CHECK_FALSE(newsline::is_agency(start));
    }
  }
}
