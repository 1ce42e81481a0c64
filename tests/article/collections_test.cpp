// SPDX-License-Identifier: GPL-3.0-or-later
// Every file of the collections of formats is read, or rejected for a reason that is true. Skipped where the
// data is absent.
#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <string>

#include "common/article/file/walk.h"
#include "common/article/formats.h"

namespace {

using newsline::Reading;
using newsline::Rejection;

const std::string kFolder = std::string(NEWSLINE_DATA_DIR) + "/formats/";

std::vector<Reading> readings_of(const std::string& path) {
  auto opened = newsline::open_reader({path, "iptc"});
  if (auto* const rejection = std::get_if<Rejection>(&opened)) return {*rejection};
  std::vector<Reading> readings;
  auto& reader = *std::get<std::unique_ptr<newsline::Reader>>(opened);
  while (auto reading = reader.next()) readings.push_back(std::move(*reading));
  return readings;
}

/// What became of the files of a folder.
struct Counts {
  std::size_t read = 0;      ///< gave articles
  std::size_t empty = 0;     ///< are feeds without entries
  std::size_t rejected = 0;  ///< gave no article

  bool operator==(const Counts&) const = default;
};

/// Reasons that are true of files in these collections; the line ends there or goes on.
bool is_known(const std::string& reason) {
  for (const std::string_view known :
       {"the entry of the feed has neither title nor text", "the news item has neither headline nor text",
        "not news: a ", "not a text of news: XML", "a JSON object over several lines",
        "broken JSON: ", "the record has neither title nor body", "empty file"}) {
    if (reason.starts_with(known)) return true;
  }
  return false;
}

Counts counts_of(const std::string& folder) {
  Counts counts;
  for (const newsline::FoundFile& file : newsline::walk(kFolder + folder).files) {
    const auto readings = readings_of(file.path);
    std::size_t articles = 0;
    for (const Reading& reading : readings) {
      const auto* const rejection = std::get_if<Rejection>(&reading);
      articles += rejection == nullptr ? 1 : 0;
      if (rejection != nullptr && !is_known(rejection->reason)) FAIL_CHECK(describe(*rejection));
    }
    ++(articles > 0 ? counts.read : readings.empty() ? counts.empty : counts.rejected);
  }
  return counts;
}

}  // namespace

TEST_SUITE("data") {
  TEST_CASE("Every file of the collections is read or rejected for a reason that is true" *
            doctest::skip(!std::filesystem::exists(kFolder + "ninjs"))) {
    const std::map<std::string, Counts> expected{{"feedparser", {488, 911, 709}},
                                                 {"jsonfeed", {1, 0, 0}},
                                                 {"newsml-g2", {143, 0, 175}},
                                                 {"ninjs", {155, 0, 180}}};
    for (const auto& [folder, counts] : expected) {
      INFO(folder);
      const Counts found = counts_of(folder);
      CAPTURE(found.read);
      CAPTURE(found.empty);
      CAPTURE(found.rejected);
      CHECK(found == counts);
    }
  }
}
