// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/story/signature.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "common/index/schema.h"
#include "common/text/tokenizer.h"
#include "tests/index/seed.h"
#include "tests/index/story/random_story.h"

using namespace newsline;

namespace {

std::string signature_of(const std::string& title, const std::string& body) {
  Tokenizer tokenizer;
  TextSketch sketch;
  sketch.add_lead(tokenizer.tokens(title));
  sketch.add_body(tokenizer.tokens(body));
  return sketch.signature();
}

std::string signature_of(const RandomStory::Words& words) {
  return signature_of("", RandomStory::joined(words));
}

bool are_copies_either_way(const std::string& one, const std::string& other) {
  REQUIRE(are_copies(one, other) == are_copies(other, one));
  return are_copies(one, other);
}

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("a signature is 48 hashes at most that ascend and tells of words alone") {
    RandomStory random(test_seed());
    const RandomStory::Words words = random.text(300);
    const std::string signature = signature_of(words);
    CHECK(signature.size() == 48 * 4);
    for (std::size_t at = 4; at < signature.size(); at += 4)
      CHECK(signature.compare(at - 4, 4, signature, at, 4) < 0);
    std::string shouted = RandomStory::joined(words) + ".";
    std::replace(shouted.begin(), shouted.end(), 'w', 'W');
    CHECK(signature_of("Another title", shouted) == signature);
    CHECK(signature_of(random.text(24)).size() == 20 * 4);
  }

  TEST_CASE("a text that says the same again and again is told by what it says once") {
    RandomStory random(test_seed());
    const RandomStory::Words words = random.text(30);
    RandomStory::Words again;
    for (int times = 0; times < 40; ++times) again.insert(again.end(), words.begin(), words.end());
    CHECK(signature_of(again).size() == 30 * 4);
    CHECK(are_copies_either_way(signature_of(again), signature_of(words)));
  }

  TEST_CASE("texts that were passed on are copies and texts of other words are not") {
    RandomStory random(test_seed());
    const RandomStory::Words words = random.text(200);
    const std::string signature = signature_of(words);
    CHECK(are_copies_either_way(signature, signature));
    CHECK(are_copies_either_way(signature, signature_of(random.edited(words, 8))));
    CHECK(are_copies_either_way(signature, signature_of({words.begin(), words.begin() + 120})));
    RandomStory::Words longer = random.text(30);
    longer.insert(longer.end(), words.begin(), words.end());
    CHECK(are_copies_either_way(signature, signature_of(longer)));
    for (int times = 0; times < 100; ++times)
      CHECK_FALSE(are_copies_either_way(signature, signature_of(random.text(200))));
  }

  TEST_CASE("a text that was rewritten is no copy") {
    RandomStory random(test_seed());
    const RandomStory::Words words = random.text(200);
    CHECK_FALSE(are_copies_either_way(signature_of(words), signature_of(random.edited(words, 120))));
  }

  TEST_CASE("short texts are copies where all words of title and body are the same") {
    CHECK(
        are_copies_either_way(signature_of("Ships", "All is quiet."), signature_of("SHIPS", "all is quiet")));
    CHECK_FALSE(
        are_copies_either_way(signature_of("Ships", "All is quiet"), signature_of("Cars", "All is quiet")));
    CHECK_FALSE(
        are_copies_either_way(signature_of("Ships all", "is quiet"), signature_of("Ships", "all is quiet")));
    RandomStory random(test_seed());
    const RandomStory::Words words = random.text(100);
    CHECK_FALSE(
        are_copies_either_way(signature_of({words.begin(), words.begin() + 12}), signature_of(words)));
  }

  TEST_CASE("no words have no signature and are searched under nothing") {
    CHECK(signature_of("", "").empty());
    CHECK(searched_hashes("").empty());
  }

  TEST_CASE("a text is looked for under its eight least hashes and a short one under one") {
    RandomStory random(test_seed());
    const std::vector<std::uint32_t> hashes = searched_hashes(signature_of(random.text(300)));
    REQUIRE(hashes.size() == 8);
    CHECK(std::is_sorted(hashes.begin(), hashes.end()));
    CHECK(searched_hashes(signature_of("Ships", "All is quiet")).size() == 1);
  }
}
