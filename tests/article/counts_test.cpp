// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of the collections of formats, folder by folder, as a table; whether each outcome is true is
// for collections_test.cpp. Skipped where the data is absent.
#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "common/article/file/walk.h"
#include "common/article/formats.h"
#include "tests/article/soundness.h"

namespace {

using newsline::Reading;
using newsline::Rejection;

const std::string kFolder = std::string(NEWSLINE_DATA_DIR "/formats/");

/// A row of the table.
struct Counts {
  std::size_t files = 0;
  std::size_t articles = 0;
  std::size_t mended = 0;
  std::size_t skipped = 0;                        ///< records
  std::size_t silent = 0;                         ///< files of which nothing is said at all
  std::map<std::string, std::size_t> rejections;  ///< by reason
  std::string broken;                             ///< the first promise that was not kept
};

/// A reason without the numbers in it, which part what belongs together.
std::string kind_of(std::string reason) {
  for (char& character : reason)
    if (character >= '0' && character <= '9') character = '#';
  return reason.substr(0, reason.find(": "));
}

void count(const std::string& path, Counts& counts) {
  ++counts.files;
  auto opened = newsline::open_reader({path, "formats"});
  if (const auto* const rejection = std::get_if<Rejection>(&opened)) {
    ++counts.rejections[kind_of(rejection->reason)];
    return;
  }
  auto& reader = *std::get<std::unique_ptr<newsline::Reader>>(opened);
  bool is_silent = true;
  while (const auto reading = reader.next()) {
    is_silent = false;
    if (counts.broken.empty()) counts.broken = newsline::test::broken_promise(*reading);
    if (const auto* const rejection = std::get_if<Rejection>(&*reading)) {
      ++counts.rejections[kind_of(rejection->reason)];
      continue;
    }
    ++counts.articles;
    if (std::get<newsline::ReadArticle>(*reading).mended) ++counts.mended;
  }
  counts.skipped += reader.skipped();
  if (is_silent && reader.skipped() == 0) ++counts.silent;
}

std::string row_of(const std::string& folder, const Counts& counts) {
  std::string row = folder + ": " + std::to_string(counts.files) + " files, " +
                    std::to_string(counts.articles) + " articles (" + std::to_string(counts.mended) +
                    " mended), " + std::to_string(counts.skipped) + " skipped, " +
                    std::to_string(counts.silent) + " files without a record";
  for (const auto& [reason, number] : counts.rejections)
    row += "\n    " + std::to_string(number) + " rejected: " + reason;
  return row;
}

}  // namespace

TEST_SUITE("data") {
  TEST_CASE("a table of what becomes of the collections" *
            doctest::skip(!std::filesystem::exists(kFolder + "ninjs"))) {
    std::string table;
    for (const auto& folder : std::filesystem::directory_iterator(kFolder)) {
      const std::string name = folder.path().filename().string();
      CAPTURE(name);
      Counts counts;
      for (const newsline::FoundFile& file : newsline::walk(folder.path().string()).files)
        count(file.path, counts);
      table += '\n' + row_of(name, counts);
      CHECK(counts.articles > 0);
      CHECK(counts.broken == "");
      // Only a feed may hold nothing at all and be whole.
      if (name != "feedparser" && name != "jsonfeed") CHECK(counts.silent == 0);
    }
    MESSAGE(table);
  }
}
