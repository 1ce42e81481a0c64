// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "tests/article/container/packing.h"
#include "tests/article/warc/archive_text.h"
#include "tests/cli/index_program.h"

using namespace newsline;

namespace {

/// What explain prints of a file.
Outcome explained(const IndexProgram& index, const std::string& name, std::string_view bytes,
                  std::vector<std::string> options = {}) {
  index.write_news(name, bytes);
  options.insert(options.begin(), "explain");
  options.push_back("news/" + name);
  return index(options);
}

/// A part that must be in the output, and a note of the file where it is missing.
void check_parts(const Outcome& outcome, const std::vector<std::string>& parts) {
  CAPTURE(outcome.output);
  for (const std::string& part : parts) {
    CAPTURE(part);
    CHECK(has(outcome.output, part));
  }
}

constexpr const char* kPage =
    "Bridge reopens\n\n 12 March 2024   Read: 487\nBridge reopens\n\nThe mayor cut the ribbon.\n\n"
    "Share on Facebook\n\nMore about: #bridge #Yerevan\n\nNews Line\nSomething else\n";

constexpr const char* kHtml =
    "<!doctype html><html lang='hy'><head><meta charset='utf-8'><title>Bridge reopens | Courier</title>"
    "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Bridge reopens\","
    "\"datePublished\":\"2024-03-12\"}</script><meta property='og:site_name' content='Courier'></head><body>"
    "<nav>Home and World</nav><article class='story'><h1>Bridge reopens</h1>"
    "<p>The council has voted, after a long debate, for the repair of the bridge, which carries the "
    "railway.</p>"
    "<p>It will be closed for a year, as the engineers have found cracks in the pillars, said the mayor.</p>"
    "<p>Until then the trains, as well as the buses, will take the long way by the dam, which is open all "
    "day, and "
    "those who live at the bridge will be told by letter, said the council, when the work on the road "
    "begins.</p>"
    "<ul class='more'><li><a href='/1'>Dam holds</a></li><li><a href='/2'>River rises</a></li></ul>"
    "</article><div class='related'>Other news of the day</div></body></html>";

}  // namespace

TEST_SUITE_BEGIN("black-box");

TEST_CASE("of a page text it is explained what each line was taken for") {
  const IndexProgram index;
  const Outcome outcome = explained(index, "a.txt", kPage);
  CHECK(outcome.exit_code == 0);
  CHECK(outcome.errors.empty());
  check_parts(outcome, {"/news/a.txt: read as page, by its content: text, and no other format fits\n",
                        "  charset    utf-8 <- its bytes are so\n",
                        "  title      Bridge reopens <- first line of text (line 1)\n",
                        "  published  2024-03-12 <- line of the date (line 3)\n",
                        "  reads      487 <- line of the date (line 3)\n",
                        "  tags       bridge, Yerevan <- line of tags (line 10)\n",
                        "    dropped Bridge reopens <- line 4, title again\n",
                        "    kept    The mayor cut the ribbon. <- line 6, body\n",
                        "    dropped Share on Facebook <- line 8, invitation\n",
                        "    dropped News Line | Something else <- line 12, other news\n",
                        "\n1 article; 0 skipped; 0 rejected\n"});
}

TEST_CASE("of a web page it is explained which rule dropped what") {
  const IndexProgram index;
  const Outcome outcome = explained(index, "a.html", kHtml);
  CHECK(outcome.exit_code == 0);
  check_parts(
      outcome,
      {"read as html, by its content: a doctype or an element of HTML at its start\n",
       "  title      Bridge reopens <- JSON-LD headline\n",
       "  published  2024-03-12 <- JSON-LD datePublished\n", "  lang       hy <- <html lang>\n",
       "  source     Courier <- <meta> og:site_name\n",
       "    dropped Home and World <- element that is never text: <nav>\n",
       "    dropped Bridge reopens <- said by a field already\n",
       ("    kept    The council has voted, after a long debate, for the repair of the brid... <- in "
        "<article class=\"story\">\n"),
       ("    dropped Dam holds | River rises <- list of links: <ul class=\"more\">: 18 characters, "
        "0 paragraphs of text, link density 1.00\n"),
       "    dropped Other news of the day <- called furniture by its name: <div class=\"related\">\n"});
}

TEST_CASE("where names would leave next to nothing it is explained that they are not believed") {
  const IndexProgram index;
  check_parts(
      explained(index, "a.html",
                "<html><title>Dam</title><body><div class='related'><p>It holds.</p></div></body></html>"),
      {"    kept    It holds. <- in <html>; names are not believed, they would leave next "
       "to nothing\n"});
}

TEST_CASE("of feeds and items it is explained which element said what") {
  const IndexProgram index;
  check_parts(
      explained(index, "a.rss",
                "<rss xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>Courier</title><item>"
                "<title>Dam</title><link>https://courier.example/dam</link><dc:date>2024-03-12</dc:date>"
                "<description>It holds.</description></item></channel></rss>"),
      {"read as feed, by its content: the name of its first element\n",
       "  id         https://courier.example/dam <- url\n", "  published  2024-03-12 <- dc:date\n",
       "  source     Courier <- element title of the feed\n",
       "  body       It holds. <- element description\n"});
  check_parts(
      explained(index, "a.nitf",
                "<nitf><head><docdata><doc-id id-string='x1'/><urgency ed-urg='2'/></docdata></head><body>"
                "<body.head><hedline><hl1>Dam</hl1></hedline><dateline>MOSCOW</dateline></body.head>"
                "<body.content><p>It holds.</p></body.content></body></nitf>"),
      {"read as agency, ", "  id         x1 <- element doc-id\n", "  urgency    2 <- element urgency\n",
       "  dateline   MOSCOW <- element dateline\n"});
  check_parts(
      explained(index, "b.json", "{\"uri\":\"urn:1\",\"headline\":\"Dam\",\"body_text\":\"It holds.\"}"),
      {"read as ninjs, ", "  id         urn:1 <- key uri\n"});
}

TEST_CASE("of records and front matter it is explained which key said what") {
  const IndexProgram index;
  check_parts(explained(index, "a.md", "---\ntitle: Dam\ntopics: [river]\n---\nIt holds.\n"),
              {"read as markdown, by its content: front matter at its start\n",
               "  title      Dam <- front matter title\n", "  tags       river <- front matter topics\n",
               "  body       It holds. <- text of the page\n"});
  check_parts(explained(index, "a.md", "# Dam\n\nIt holds.\n"),
              {"read as markdown, by its name\n", "  title      Dam <- first heading\n"});
  check_parts(explained(index, "a.jsonl", "{\"headline\":\"Dam\",\"text\":\"It holds.\"}\n"),
              {"read as jsonl, by its content: an object of JSON at its start\n",
               "  title      Dam <- key headline\n", "  body       It holds. <- key text\n",
               "#1 <- path of the file and number of the line\n"});
  check_parts(explained(index, "a.csv", "headline,text\nDam,It holds.\n"),
              {"read as csv, by its content: names of fields in its first row\n",
               "  title      Dam <- column headline\n"});
}

TEST_CASE("what is around an article is explained from the outside to the inside") {
  const IndexProgram index;
  const std::string zip = test::packed({{"a.txt", kPage}}, "zip");
  check_parts(explained(index, "a.zip.gz", test::compressed(zip, "gz")),
              {"/news/a.zip.gz: opened: gz\n", "/news/a.zip.gz: opened: zip\n",
               "/news/a.zip.gz!a.txt: read as page, "});
  const Outcome archive = explained(
      index, "a.warc",
      test::warc_record("response", "https://courier.example/dam", test::answer(test::page("Dam"))) +
          test::warc_record("request", "https://courier.example/dam", "GET"));
  check_parts(archive, {"read as warc, by its content: the head of its first record\n",
                        "  id         https://courier.example/dam <- target of the record\n",
                        "  title      Dam <- <title>\n", "\n1 article; 1 skipped; 0 rejected\n"});
}

TEST_CASE("the charset of a file is explained") {
  const IndexProgram index;
  check_parts(explained(index, "a.txt",
                        std::string("\xFF\xFE"
                                    "D\0a\0m\0\n\0h\0o\0l\0d\0s\0.\0",
                                    20)),
              {"  charset    utf-16le <- by its byte order mark\n", "  title      Dam <- "});
  check_parts(explained(index, "a.html",
                        "<html><head><meta charset='windows-1251'><title>\xCC\xEE\xF1\xF2</title></head>"
                        "<body><p>\xCC\xEE\xF1\xF2 \xEE\xF2\xEA\xF0\xFB\xF2.</p></body></html>"),
              {"  charset    windows-1251 <- as it is declared\n", "  title      Мост <- <title>\n"});
}

TEST_CASE("articles beyond the limit are counted alone") {
  const IndexProgram index;
  const Outcome two = explained(index, "a.jsonl", records(5) + "{\n", {"--limit", "2"});
  CHECK(two.exit_code == 3);
  check_parts(two, {"\narticle 2\n", "\n5 articles (2 shown); 0 skipped; 1 rejected\n",
                    "rejected: ", "/news/a.jsonl:6: "});
  CHECK_FALSE(has(two.output, "\narticle 3\n"));
  const Outcome none = explained(index, "a.jsonl", records(5), {"--limit", "0"});
  CHECK_FALSE(has(none.output, "\narticle 1\n"));
  CHECK(has(none.output, "5 articles (0 shown)"));
}

TEST_CASE("with an index it is explained which lines were learned and from how many articles") {
  const IndexProgram index;
  const auto page = [](int number) {
    const std::string name = {'r', static_cast<char>('a' + number / 26),
                              static_cast<char>('a' + number % 26)};
    return "Report " + name + "\n\n 12 March 2024   Read: 4\nReport " + name + "\n\nThe ferry " + name +
           " left.\n\nPrinted by \u202eQuagmire, page " + std::to_string(number) + "\n";
  };
  for (int number = 0; number < 40; ++number) index.write_news(std::to_string(number) + ".txt", page(number));
  check_parts(explained(index, "3.txt", page(3)), {"    kept    Printed by "});
  CHECK_FALSE(has(explained(index, "3.txt", page(3)).output, "has learned"));
  REQUIRE(index({"update", "news"}).exit_code == 0);
  const Outcome outcome = explained(index, "3.txt", page(3));
  CHECK(outcome.exit_code == 0);
  CHECK_FALSE(has(outcome.output, "\u202e"));
  check_parts(outcome, {"\n  furniture that the index has learned\n    dropped Printed by ",
                        "Quagmire, page 3 <- at an edge of 40 of 40 articles of \"news\"\n"});
  const Outcome json = explained(index, "3.txt", page(3), {"--json"});
  std::istringstream lines(json.output);
  std::string line;
  std::getline(lines, line);
  std::getline(lines, line);
  const auto learned = nlohmann::json::parse(line)["learned"];
  CHECK(learned["source"] == "news");
  CHECK(learned["articles"] == 40);
  REQUIRE(learned["dropped"].size() == 1);
  CHECK(learned["dropped"][0]["articles"] == 40);
}

TEST_CASE("explain reads as it is told to") {
  const IndexProgram index;
  check_parts(explained(index, "a.txt", "<p>Bridge</p>\n\nThe mayor came.\n", {"--as", "page"}),
              {"read as page, asked for with --as\n", "  title      <p>Bridge</p> <- "});
  const Outcome unknown = explained(index, "a.txt", "Bridge\n", {"--as", "word"});
  CHECK(unknown.exit_code == 2);
  CHECK(has(unknown.errors, "there is no format \"word\""));
  const Outcome folder = index({"explain", "news"});
  CHECK(folder.exit_code == 2);
  CHECK(has(folder.errors, "/news\" is no file"));
  CHECK(index({"explain"}).exit_code == 2);
  CHECK(has(index({"explain", "--help"}).output, "--limit N"));
}

TEST_CASE("no character of a file reaches the terminal as it is") {
  const IndexProgram index;
  const std::string text = "Dam \x1B[31m\u202Eholds\n\nIt \x1B]0;x\x07\u202Eholds, and \u2066more.\n";
  for (const bool is_json : {false, true}) {
    const Outcome outcome =
        explained(index, "a\x1B[1m.txt", text,
                  is_json ? std::vector<std::string>{"--json"} : std::vector<std::string>{});
    CHECK(outcome.exit_code == 0);
    for (const char* bad : {"\x1B", "\x07", "\u202E", "\u2066"}) CHECK_FALSE(has(outcome.output, bad));
  }
}

TEST_CASE("explain speaks JSON for programs") {
  const IndexProgram index;
  const Outcome outcome = explained(index, "a.txt", kPage, {"--json"});
  std::istringstream lines(outcome.output);
  std::vector<nlohmann::json> objects;
  for (std::string line; std::getline(lines, line);) objects.push_back(nlohmann::json::parse(line));
  REQUIRE(objects.size() == 3);
  CHECK(objects[0]["format"] == "page");
  CHECK(objects[1]["article"] == 1);
  CHECK(objects[1]["charset"]["name"] == "utf-8");
  CHECK(objects[1]["fields"]["reads"]["value"] == 487);
  CHECK(objects[1]["fields"]["reads"]["from"] == "line of the date (line 3)");
  CHECK(objects[1]["texts"][3]["text"] == "The mayor cut the ribbon.");
  CHECK(objects[1]["texts"][3]["kept"] == true);
  CHECK(objects[1]["texts"][3]["line"] == 6);
  CHECK(objects[2]["articles"] == 1);
}
