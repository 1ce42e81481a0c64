// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "common/search/snippet/densest.h"
#include "common/search/snippet/excerpt.h"
#include "common/search/snippet/mark.h"
#include "common/search/snippet/passage.h"
#include "common/text/sentences.h"
#include "common/text/utf8.h"
#include "tests/search/snippet/random_question.h"

namespace newsline {
namespace {

using test::RandomText;

constexpr int kRounds = 3000;

/// A body, its words and a question.
struct Case {
  explicit Case(RandomText& random)
      : body(mend(random.below(3) == 0 ? random.ascii(200) : random.text(120)).text),
        tokens(tokenizer.tokens(body)),
        wanted(test::random_question(tokens, random)),
        max_bytes(1 + random.below(90)) {}

  std::string body;
  Tokenizer tokenizer;
  std::span<const Token> tokens;
  Wanted wanted;
  std::size_t max_bytes;
};

/// Which words of a body are part of something that is wanted.
std::vector<bool> wanted_words(const Case& given, bool is_title) {
  std::vector<bool> found(given.tokens.size(), false);
  for (std::size_t at = 0; at < given.tokens.size(); ++at) {
    for (const Wanted::Item& item : given.wanted.items) {
      if ((item.title_only && !is_title) || !test::stands(item, given.tokens.subspan(at))) continue;
      std::fill_n(found.begin() + static_cast<std::ptrdiff_t>(at), item.forms.size(), true);
    }
  }
  return found;
}

std::string one_line(std::string_view text) {
  std::string line;
  bool blank = false;
  for (const char byte : text) {
    const bool is_gap = byte == ' ' || byte == '\n' || byte == '\t';
    if (!is_gap && blank && !line.empty()) line += ' ';
    if (!is_gap) line += byte;
    blank = is_gap;
  }
  return line;
}

/// All runs of wanted words, as they are written.
std::set<std::string> wanted_runs(const Case& given) {
  const std::vector<bool> found = wanted_words(given, false);
  std::set<std::string> runs;
  for (std::size_t first = 0; first < found.size(); ++first) {
    for (std::size_t last = first; last < found.size() && found[last]; ++last) {
      const Span run{given.tokens[first].span.begin, given.tokens[last].span.end};
      runs.insert(one_line(given.body.substr(run.begin, run.size())));
    }
  }
  return runs;
}

void check_marks(const MarkedText& marked) {
  std::size_t end = 0;
  for (const Span& mark : marked.marks) {
    CHECK(mark.begin >= end);
    CHECK(mark.end > mark.begin);
    CHECK(mark.end <= marked.text.size());
    CHECK(utf8_floor(marked.text, mark.begin) == mark.begin);
    CHECK(utf8_floor(marked.text, mark.end) == mark.end);
    end = mark.end;
  }
}

/// The most that any part of `max_bytes` shows: number of distinct items, then weight.
std::pair<std::size_t, double> worth(const std::vector<Occurrence>& found, const Wanted& wanted, Span part) {
  std::set<std::size_t> items;
  for (const Occurrence& each : found) {
    if (each.span.begin >= part.begin && each.span.end <= part.end) items.insert(each.item);
  }
  double weight = 0;
  for (const std::size_t item : items) weight += wanted.items[item].weight;
  return {items.size(), weight};
}

TEST_SUITE("property") {
  TEST_CASE("a word is marked just if it is part of what is wanted") {
    CAPTURE(test::run_seed());
    RandomText random(test::run_seed());
    for (int round = 0; round < kRounds; ++round) {
      Case given(random);
      CAPTURE(given.body);
      const bool is_title = random.below(2) == 0;
      const std::vector<bool> expected = wanted_words(given, is_title);
      std::vector<Span> spans;
      for (const Token& token : given.tokens) spans.push_back(token.span);
      const MarkedText marked = mark(given.body, given.wanted, is_title, given.tokenizer);
      check_marks(marked);
      REQUIRE(marked.text == given.body);
      for (std::size_t at = 0; at < spans.size(); ++at) {
        const auto holds = [&](const Span& mark) {
          return mark.begin <= spans[at].begin && spans[at].end <= mark.end;
        };
        CHECK(std::ranges::any_of(marked.marks, holds) == expected[at]);
      }
      for (const Span& mark : marked.marks) {
        CHECK(std::ranges::count(spans, mark.begin, &Span::begin) == 1);
        CHECK(std::ranges::count(spans, mark.end, &Span::end) == 1);
      }
    }
  }

  TEST_CASE("a passage is a part of the body with marks at wanted words alone") {
    CAPTURE(test::run_seed());
    RandomText random(test::run_seed());
    for (int round = 0; round < kRounds; ++round) {
      Case given(random);
      CAPTURE(given.body);
      CAPTURE(given.max_bytes);
      const std::set<std::string> runs = wanted_runs(given);
      const MarkedText found = best_passage(given.body, given.wanted, given.max_bytes, given.tokenizer);
      CAPTURE(found.text);
      check_marks(found);
      CHECK(is_valid_utf8(found.text));
      CHECK(found.text.find_first_of("\n\t") == std::string::npos);
      for (const Span& mark : found.marks) CHECK(runs.contains(found.text.substr(mark.begin, mark.size())));
      std::string_view shown = found.text;
      if (shown.starts_with("…")) shown.remove_prefix(3);
      if (shown.ends_with("…")) shown.remove_suffix(3);
      CHECK(shown.size() <= given.max_bytes);
      CHECK(one_line(given.body).find(shown) != std::string::npos);
    }
  }

  TEST_CASE("no part of a text shows more than the densest and none that shows as much begins earlier") {
    CAPTURE(test::run_seed());
    RandomText random(test::run_seed());
    for (int round = 0; round < kRounds; ++round) {
      Case given(random);
      CAPTURE(given.body);
      std::vector<Occurrence> found = occurrences(given.tokens, given.wanted, false);
      std::erase_if(found, [&](const Occurrence& each) { return each.span.size() > given.max_bytes; });
      if (found.empty()) continue;
      const Span part = densest_part(found, given.wanted, given.max_bytes);
      const auto shown = worth(found, given.wanted, part);
      CHECK(part.size() <= given.max_bytes);
      std::size_t first_end = given.body.size();
      for (const Occurrence& each : found) {
        const Span window{each.span.begin, each.span.begin + given.max_bytes};
        const auto other = worth(found, given.wanted, window);
        CHECK(other <= shown);
        if (other == shown) first_end = std::min(first_end, window.end);
      }
      CHECK(part.end <= first_end);
      CHECK(worth(found, given.wanted, {part.begin + 1, part.end}) < shown);
      CHECK(worth(found, given.wanted, {part.begin, part.end - 1}) < shown);
    }
  }

  TEST_CASE("an excerpt holds its core and is cut only where whole sentences do not fit") {
    CAPTURE(test::run_seed());
    RandomText random(test::run_seed());
    for (int round = 0; round < kRounds; ++round) {
      Case given(random);
      if (given.tokens.empty()) continue;
      const Span core = given.tokens[random.below(given.tokens.size())].span;
      if (core.size() > given.max_bytes) continue;
      CAPTURE(given.body);
      const Excerpt shown = excerpt_around(core, {given.body, given.tokens}, given.max_bytes);
      CHECK(shown.span.begin <= core.begin);
      CHECK(shown.span.end >= core.end);
      CHECK(shown.span.size() <= given.max_bytes);
      const std::vector<Span> all = sentences(given.body);
      CHECK((std::ranges::count(all, shown.span.begin, &Span::begin) == 1 || shown.cut_before));
      CHECK((std::ranges::count(all, shown.span.end, &Span::end) == 1 || shown.cut_after));
      const auto holds = [&](const Span& each) { return each.begin <= core.begin && core.end <= each.end; };
      const auto sentence = std::ranges::find_if(all, holds);
      const bool fits = sentence != all.end() && sentence->size() <= given.max_bytes;
      if (fits) CHECK_FALSE((shown.cut_before || shown.cut_after));
    }
  }
}

}  // namespace
}  // namespace newsline
