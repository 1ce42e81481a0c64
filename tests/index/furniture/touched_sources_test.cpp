// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/furniture/touched_sources.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>
#include <map>
#include <random>
#include <string>

#include "tests/index/seed.h"
#include "tests/support/temporary_folder.h"

using namespace newsline;

namespace {

/// All that is known of a source.
std::string described(const TouchedSource& source) {
  return fmt::format("{} {} {} {} {}", source.is_counted, source.next_lesson, source.unsure_until,
                     source.counts.encode(), source.furniture.pack());
}

void change(TouchedSource& source, std::mt19937& random) {
  source.is_counted = random() % 2 == 0;
  source.next_lesson = random();
  source.unsure_until = static_cast<Xapian::docid>(random());
  for (auto articles = random() % 40; articles > 0; --articles)
    source.counts.add({"Hcourier.example", {random() % 10, random()}, {random()}, 9});
  source.furniture = source.counts.furniture();
}

}  // namespace

TEST_SUITE("property") {
  TEST_CASE("what is told of a source is known of it wherever it was kept") {
    std::mt19937 random(test_seed());
    const TemporaryFolder folder;
    for (const std::size_t memory_bytes : {1, 10'000, 100'000'000}) {
      CAPTURE(memory_bytes);
      TouchedSources sources({folder / "", memory_bytes});
      for (int round = 0; round < 2; ++round) {
        std::map<std::string, std::string> expected;
        for (int step = 0; step < 400; ++step) {
          const std::string term = fmt::format("Hhost{}.example", random() % 30);
          TouchedSource* known = sources.find(term);
          REQUIRE((known == nullptr) == !expected.contains(term));
          if (known == nullptr)
            known = &sources.put(term, {});
          else
            REQUIRE(described(*known) == expected[term]);
          change(*known, random);
          expected[term] = described(*known);
        }
        std::map<std::string, std::string> taken;
        std::string last;
        sources.take_all([&](const std::string& term, const TouchedSource& source) {
          CHECK(term > last);
          last = term;
          taken[term] = described(source);
        });
        CHECK(taken == expected);
        CHECK(sources.find(last) == nullptr);
      }
    }
    CHECK(std::filesystem::is_empty(folder / ""));
  }
}
