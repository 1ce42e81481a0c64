// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>

#include "tests/search/archive/sample_index.h"

using namespace newsline;

namespace {

/// `en/2024-03-13-no-formal-notice`
std::string name_of(const std::string& id) {
  const std::string folder = NEWSLINE_SOURCE_DIR "/corpus/articles/";
  return id.substr(folder.size(), id.rfind('.') - folder.size());
}

}  // namespace

TEST_SUITE("unit") {
  /// corpus/README.md says which they are, and that `News in brief` and another title stand over different
  /// texts.
  TEST_CASE("the wire copies of the sample corpus are stories and nothing else is") {
    const TemporaryFolder folder;
    test::Silent observer;
    static_cast<void>(update({folder / "index", {NEWSLINE_SOURCE_DIR "/corpus/articles"}}, observer));
    Request request = test::request("*");
    request.limit = 1000;
    request.snippets = false;
    std::set<std::set<std::string>> stories;
    std::map<std::string, std::set<std::string>> by_first;
    for (const Hit& hit : Archive(folder / "index").search(request).hits)
      if (hit.story) by_first[hit.story->id].insert(name_of(hit.id));
    for (const auto& [first, articles] : by_first) stories.insert(articles);
    CHECK(stories ==
          std::set<std::set<std::string>>{
              {"en/2024-03-13-csto-official-awaits-paper", "en/2024-03-13-no-formal-notice"},
              {"ru/2024-02-23-armeniya-vzyala-pauzu", "ru/2024-02-23-pashinyan-uchastie-zamorozheno"},
              {"en/2024-05-21-daylight-under-the-pass", "en/2024-05-21-tunnel-breakthrough"},
              {"en/2023-05-30-jrakert-dam-cracks", "en/2023-05-31-jrakert-reservoir-lowered"},
              {"en/2023-07-19-grain-deal-signed", "en/2023-07-19-six-nations-grain",
               "en/2023-07-20-wheat-falls"},
              {"ar/2023-07-19-ittifaq-alhubub", "ar/2023-07-20-alqamh-ila-bilad-alsham"},
              {"de/2024-02-14-erdbeben", "de/2024-02-14-forscherin-warnt-nachbeben"},
              {"en/2024-01-23-hospital-ransomware", "en/2024-01-24-hackers-demand-bitcoins"}});
  }
}
