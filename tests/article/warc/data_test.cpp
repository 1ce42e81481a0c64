// SPDX-License-Identifier: GPL-3.0-or-later
// The archives by which warcio is tested, good ones and damaged ones. Skipped where the data is absent.
#include <doctest/doctest.h>

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "common/article/formats.h"
#include "tests/article/summary.h"

namespace newsline {
namespace {

const std::string kFolder = std::string(NEWSLINE_DATA_DIR "/formats/warcio/test/data/");

/// What is in a file: pages, records that are none, and damaged ones by the start of what is said of them.
struct Content {
  const char* name;
  int pages;
  std::uint64_t skipped;
  std::vector<std::string> faults;
};

const std::vector<Content> kFiles{
    // No length, a length below zero, one in letters.
    {"bad.arc", 0, 1, {"the record at byte 0 ", "the record at byte 134 ", "the record at byte 262 "}},
    {"example-bad-non-chunked.warc.gz", 1, 5, {}},  // announces chunks and has none
    {"example-digest.warc", 0, 4, {}},              // requests only
    {"example-iana.org-chunked.warc", 1, 2, {}},
    {"example-resource.warc.gz", 1, 2, {}},
    {"example-space-in-target-uri.warc.gz", 0, 2, {}},  // an image
    // Its line ends were shortened, the length of its record was not.
    {"example-space-in-url.arc", 0, 1, {"the record at byte 151 cannot be read: the archive ends within it"}},
    // The second record is longer than it says.
    {"example-trunc.warc", 0, 3, {"the record at byte 1197 cannot be read: its length is wrong"}},
    {"example-wget-bad-target-uri.warc.gz", 1, 5, {}},  // an address in angle brackets
    {"example-wrong-chunks.warc.gz", 1, 1, {}},
    {"example.arc", 1, 1, {}},
    {"example.arc.gz", 1, 1, {}},
    {"example.warc", 1, 5, {}},
    {"example.warc.gz", 1, 5, {}},
    {"post-test.warc.gz", 0, 6, {}},  // JSON
};

}  // namespace

TEST_SUITE("data") {
  TEST_CASE("every web archive of warcio is read or refused for a true reason" *
            doctest::skip(!std::filesystem::exists(kFolder))) {
    std::set<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(kFolder))
      files.insert(entry.path().filename());
    for (const Content& file : kFiles) {
      CAPTURE(file.name);
      CHECK(files.erase(file.name) == 1);
      auto opened = open_reader({kFolder + file.name, "crawl"});
      REQUIRE(std::holds_alternative<std::unique_ptr<Reader>>(opened));
      Reader& reader = *std::get<std::unique_ptr<Reader>>(opened);
      int pages = 0;
      std::vector<std::string> faults;
      while (const auto reading = reader.next()) {
        if (const auto* rejection = std::get_if<Rejection>(&*reading)) {
          faults.push_back(rejection->reason);
          continue;
        }
        ++pages;
        CHECK(test::article_of(*reading).id.starts_with("http://"));
        CHECK_FALSE(test::article_of(*reading).title.empty());
      }
      CHECK(pages == file.pages);
      CHECK(reader.skipped() == file.skipped);
      REQUIRE(faults.size() == file.faults.size());
      for (std::size_t at = 0; at < faults.size(); ++at) CHECK(faults[at].starts_with(file.faults[at]));
    }
    CHECK(files.empty());
  }
}

}  // namespace newsline
