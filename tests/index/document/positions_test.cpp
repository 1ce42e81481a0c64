// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/document/positions.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <random>
#include <set>
#include <vector>

#include "tests/index/seed.h"

namespace newsline {
namespace {

using Random = std::mt19937_64;

std::uint32_t below(Random& random, std::uint32_t bound) {
  return static_cast<std::uint32_t>(random() % bound);
}

/// A text of words `w0`, `w1` ...
struct Text {
  std::vector<std::string> terms;
  std::vector<PlacedWord> occurrences;
  std::uint32_t title_words = 0;

  [[nodiscard]] std::string value() const {
    std::vector<std::uint64_t> hashes;
    for (const std::string& term : terms) hashes.push_back(position_hash(term));
    return positions_value(hashes, occurrences, title_words);
  }
};

Text random_text(Random& random, std::uint32_t words, std::uint32_t length) {
  Text text;
  for (std::uint32_t word = 0; word < words; ++word) text.terms.push_back(fmt::format("w{}", word));
  std::uint32_t position = 0;
  for (std::uint32_t at = 0; at < length; ++at) {
    position += below(random, 10) == 0 ? 1 + below(random, 300) : 1;
    text.occurrences.push_back({below(random, words), position});
  }
  text.title_words = below(random, 20);
  return text;
}

void check_holds(const Text& text) {
  const std::string value = text.value();
  const auto read = Positions::read(value);
  REQUIRE(read);
  CHECK(read->title_words() == text.title_words);
  std::vector<std::uint32_t> numbers;
  for (const std::string& term : text.terms) {
    numbers.push_back(read->number_of(position_hash(term)));
  }
  CHECK(std::set(numbers.begin(), numbers.end()).size() == numbers.size());
  std::size_t at = 0;
  std::size_t wrong = 0;
  REQUIRE(read->for_each([&](std::uint32_t number, std::uint32_t position) {
    if (at == text.occurrences.size()) return false;
    const PlacedWord& expected = text.occurrences[at++];
    if (number != numbers[expected.word] || position != expected.position) ++wrong;
    return true;
  }));
  CHECK(wrong == 0);
  CHECK(at == text.occurrences.size());
}

/// Reads what is left of a value, whatever it says.
std::uint64_t read_all(const std::string& value) {
  const auto read = Positions::read(value);
  if (!read) return 0;
  const std::uint32_t number = read->number_of(position_hash("w1"));
  std::uint64_t sum = number;
  const bool is_sound = read->for_each([&](std::uint32_t each, std::uint32_t position) {
    sum += each + position;
    return true;
  });
  const auto has = read->have_run(std::vector{number, number}, false);
  return sum + (is_sound ? 1 : 0) + (has ? 1 : 0);
}

TEST_SUITE("unit") {
  TEST_CASE("the words of a text are read as they stood however many there are") {
    Random random(test_seed());
    for (const std::uint32_t words : {1U, 2U, 30U, 256U, 257U, 1000U, 20'000U, 65'536U, 65'537U, 300'000U}) {
      CAPTURE(words);
      check_holds(random_text(random, words, words < 1000 ? 500 : 2000));
    }
  }

  TEST_CASE("random texts are read as they stood") {
    Random random(test_seed());
    for (int round = 0; round < 300; ++round) {
      CAPTURE(round);
      check_holds(random_text(random, 1 + below(random, 300), 1 + below(random, 400)));
    }
  }

  TEST_CASE("words that were made to have no numbers of their own are kept where they stand") {
    std::vector<std::uint64_t> hashes;  // of one bucket, and more than its numbers can be told apart
    for (std::uint64_t word = 1; word <= 20'000; ++word) hashes.push_back(word * 0x9e3779b97f4a7c15 << 32U);
    std::vector<PlacedWord> occurrences;
    for (std::uint32_t word = 0; word < hashes.size(); ++word) occurrences.push_back({word, word + 1});
    const std::string value = positions_value(hashes, occurrences, 0);
    const auto read = Positions::read(value);
    REQUIRE(read);
    CHECK(read->have_run(std::vector{read->number_of(hashes[7]), read->number_of(hashes[8])}, false) == true);
    std::uint32_t words = 0;
    REQUIRE(read->for_each([&](std::uint32_t number, std::uint32_t position) {
      if (number != read->number_of(hashes[words]) || position != words + 1) return false;
      return ++words < hashes.size();
    }));
    CHECK(words == hashes.size());
  }

  TEST_CASE("a text without words has no value and no value is no text") {
    CHECK(Text{{"w0"}, {}, 0}.value().empty());
    CHECK_FALSE(Positions::read(""));
  }

  TEST_CASE("the last position that there can be is kept") {
    check_holds({{"w0", "w1"}, {{0, 1}, {1, UINT32_MAX - 1}}, 1});
  }

  TEST_CASE("a title and a body of some words take few bytes") {
    Text text;
    text.title_words = 2;
    text.terms = {"grain", "deal", "the", "is", "off"};
    text.occurrences = {{0, 1}, {1, 2}, {2, 102}, {1, 103}, {3, 104}, {4, 105}};
    // Title, numbering, how much follows of buckets and runs; two buckets; two runs of two numbers; six
    // words.
    CHECK(text.value().size() == 4 + 2 + 4 + 6);
  }

  TEST_CASE("a damaged value is never read beyond its end") {
    Random random(test_seed());
    for (int round = 0; round < 2000; ++round) {
      std::string value = random_text(random, 1 + below(random, 300), 1 + below(random, 50)).value();
      for (std::uint32_t left = 1 + below(random, 3); left > 0; --left) {
        if (below(random, 2) == 0 && !value.empty())
          value.resize(below(random, static_cast<std::uint32_t>(value.size())));
        if (!value.empty())
          value[below(random, static_cast<std::uint32_t>(value.size()))] = static_cast<char>(random());
      }
      // From memory of its own size, so that a sanitizer sees a byte too many.
      static_cast<void>(read_all(std::string(value.begin(), value.end())));
    }
  }
}

}  // namespace
}  // namespace newsline
