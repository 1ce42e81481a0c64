// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <stdexcept>
#include <string>
#include <vector>

#include "common/index/update.h"
#include "tests/cli/query_archive.h"

using namespace newsline;

namespace {

class Silent : public RunObserver {
 public:
  void rejected(const Rejection& rejection) override { throw std::runtime_error(rejection.reason); }
  void progress(const RunReport& /*so_far*/, std::uint64_t /*files*/, const std::string& /*path*/) override {}
};

/// Forty pages of a paper, each with a line at its beginning and one at its end that no rule knows; one of
/// them has such words in its midst.
class Paper {
 public:
  Paper() {
    for (int page = 0; page < 40; ++page) {
      const std::string name =
          std::string(1, static_cast<char>('a' + page / 26)) + static_cast<char>('a' + page % 26);
      const std::string number = std::to_string(page);
      write_file(folder_ / ("paper/" + name + ".txt"),
                 "Report " + name + "\n\n 12 March 2024   Read: " + number + "\nReport " + name +
                     "\n\nHalcyon readers read it first\n\nThe ferry " + name + " left the harbour.\n\n" +
                     (page == 7 ? "The kiosk sells Halcyon.\n\n" : "") + "It came back " + name +
                     ".\n\nPrinted by Quagmire, page " + number + " of 900\n");
    }
    Silent observer;
    REQUIRE(update({folder_ / "index", {folder_ / "paper"}}, observer).articles_added == 40);
  }

  [[nodiscard]] Outcome ask(const std::vector<std::string>& arguments) const {
    return QueryArchive::instance().ask(arguments, {{"NEWSLINE_INDEX", folder_ / "index"}});
  }
  [[nodiscard]] std::string operator/(const std::string& name) const { return folder_ / ("paper/" + name); }

 private:
  TemporaryFolder folder_;
};

}  // namespace

TEST_SUITE_BEGIN("black-box");

TEST_CASE("lines that recur at the edges of a source are not found unless an article has them in its midst") {
  const Paper paper;
  const Outcome printed = paper.ask({"--no-correct", "Quagmire"});
  CHECK(printed.exit_code == 1);
  CHECK(printed.output == "0 articles\n");
  const Outcome first = paper.ask({"Halcyon"});
  CHECK(first.exit_code == 0);
  CHECK(contains(first.output, "Report ah"));
  CHECK(contains(first.output, "\n1 article\n"));
}

TEST_CASE("no passage shows furniture and the whole text is shown where it is asked for") {
  const Paper paper;
  const Outcome found = paper.ask({"ferry ah"});
  CHECK(found.exit_code == 0);
  CHECK(contains(found.output, "The ferry ah left the harbour."));
  CHECK_FALSE(contains(found.output, "Printed"));
  CHECK_FALSE(contains(found.output, "readers read it first"));
  const Outcome shown = paper.ask({"show", paper / "ah.txt"});
  CHECK(contains(shown.output, "Halcyon readers read it first"));
  CHECK(contains(shown.output, "Printed by Quagmire, page 7 of 900"));
}

TEST_SUITE_END();
