// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "common/index/update.h"
#include "tests/cli/query_archive.h"

using namespace newsline;

namespace {

class Silent : public RunObserver {
 public:
  void rejected(const Rejection& rejection) override { FAIL_CHECK(rejection.reason); }
  void progress(const RunReport& /*so_far*/, std::uint64_t /*files*/, const std::string& /*path*/) override {}
};

constexpr const char* kNews =
    R"json({"uri":"urn:1","pubstatus":"usable","headline":"Dam is whole","body_text":"Open words.","versioncreated":"2024-03-12T09:00:00Z","keywords":["dam"]}
{"uri":"urn:2","pubstatus":"usable","headline":"Dam is sold","versioncreated":"2024-03-12T10:00:00Z","body_text":"Held words.","keywords":["dam","sale"],"embargoed":"2999-01-01T00:00:00Z"}
{"uri":"urn:3","pubstatus":"usable","headline":"Dam is old","body_text":"Freed words.","keywords":["dam"],"embargoed":"1999-01-01T00:00:00Z"}
{"uri":"urn:4","pubstatus":"canceled","headline":"Dam is gone","body_text":"False words.","keywords":["dam","error"]}
)json";

/// The program over an index of these items.
class HiddenNews {
 public:
  HiddenNews() {
    write_file(folder_ / "news.json", kNews);
    Silent observer;
    REQUIRE(update({folder_ / "index", {folder_ / "news.json"}}, observer).articles_added == 4);
  }

  [[nodiscard]] Outcome ask(const std::vector<std::string>& arguments) const {
    return QueryArchive::instance().ask(arguments, {{"NEWSLINE_INDEX", folder_ / "index"}});
  }

 private:
  TemporaryFolder folder_;
};

}  // namespace

TEST_SUITE_BEGIN("black-box");

TEST_CASE("no command shows an article before its embargo ends or after it was taken back") {
  const HiddenNews news;
  const Outcome tags = news.ask({"tags", "--format", "csv"});
  CHECK(tags.exit_code == 0);
  CHECK(contains(tags.output, "dam,2"));
  CHECK_FALSE(contains(tags.output, "sale"));
  CHECK_FALSE(contains(tags.output, "error"));
  const Outcome hits = news.ask({"dam", "--format", "json", "--facet", "tag"});
  CHECK(contains(hits.output, "\"total\": 2"));
  CHECK_FALSE(contains(hits.output, "sale"));
  CHECK(news.ask({"held"}).exit_code == 1);
  CHECK(news.ask({"false"}).exit_code == 1);
  CHECK(news.ask({"freed"}).exit_code == 0);
  const Outcome days = news.ask({"timeline", "dam", "--by", "day", "--format", "csv"});
  CHECK(contains(days.output, "\r\n2024-03-12,2024-03-12,1,1,1\r\nundated,,1,1,1\r\n"));
  const Outcome feed = news.ask({"dam", "--format", "atom"});
  CHECK_FALSE(contains(feed.output, "Held words"));
  for (const char* id : {"urn:2", "urn:4"}) {
    CAPTURE(id);
    const Outcome shown = news.ask({"show", id});
    CHECK(shown.exit_code != 0);
    CHECK(shown.output.empty());
  }
  CHECK(contains(news.ask({"show", "urn:3"}).output, "Freed words."));
}

TEST_SUITE_END();
