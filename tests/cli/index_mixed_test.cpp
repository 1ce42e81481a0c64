// SPDX-License-Identifier: GPL-3.0-or-later
// A folder in which all formats lie side by side.
#include <doctest/doctest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/article/container/packing.h"
#include "tests/article/warc/archive_text.h"
#include "tests/cli/index_program.h"

using namespace newsline;

namespace {

const std::string kCollections = std::string(NEWSLINE_DATA_DIR "/formats");

/// A file of each format, and some that are packed: articles in all.
int write_each_format(const IndexProgram& index) {
  const std::string page = "Bridge reopens\n\n12 March 2024\n\nThe mayor cut the ribbon.\n";
  index.write_news("page.txt", page);
  index.write_news("lines.jsonl", records(2));
  index.write_news("table.csv", "headline,text\nDam,It holds.\n");
  index.write_news("site/post.md", "---\ntitle: Dam\n---\nIt holds.\n");
  index.write_news("saved.html", test::page("Saved"));
  index.write_news("feed.rss", "<rss><channel><item><title>Dam</title></item></channel></rss>");
  index.write_news(
      "feed.json",
      R"({"version":"https://jsonfeed.org/version/1","items":[{"id":"1","content_text":"Dam"}]})");
  index.write_news("item.nitf", "<nitf><body><body.content><p>It holds.</p></body.content></body></nitf>");
  index.write_news("item.json", R"({"uri":"urn:1","headline":"Dam","body_text":"It holds."})");
  index.write_news("web.warc", test::warc_record("response", "https://courier.example/dam",
                                                 test::answer(test::page("Captured"))));
  index.write_news("packed.zip", test::packed({{"a.txt", page}, {"b.jsonl", record(7)}}, "zip"));
  index.write_news("packed.txt.zst", test::compressed(page, "zst"));
  return 14;
}

/// How many files the run read, as it reports.
std::uint64_t files_read(const IndexProgram& index, const std::string& source) {
  const Outcome outcome = index({"update", "--report", "report.json", source});
  REQUIRE((outcome.exit_code == 0 || outcome.exit_code == 3));
  return nlohmann::json::parse(content_of(index / "report.json")).at("files").at("read").get<std::uint64_t>();
}

}  // namespace

TEST_SUITE_BEGIN("black-box");

TEST_CASE("of a folder that mixes all formats the second run reads nothing") {
  const IndexProgram index;
  const int articles = write_each_format(index);
  CHECK(index({"update", "news"}).output.starts_with(std::to_string(articles) + " articles: "));
  CHECK(index({"update", "news"}).output.starts_with("nothing changed: 12 files found; "));
}

TEST_CASE("of the collections of formats the second run reads nothing" *
          doctest::skip(!std::filesystem::exists(kCollections + "/ninjs"))) {
  const IndexProgram index;
  CHECK(files_read(index, kCollections) > 2500);
  CHECK(files_read(index, kCollections) == 0);
}
