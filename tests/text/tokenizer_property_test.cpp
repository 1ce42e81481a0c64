// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "common/text/fold.h"
#include "common/text/tokenizer.h"
#include "common/text/utf8.h"
#include "tests/support/effort.h"
#include "tests/text/random_text.h"

namespace {

using newsline::fold;
using newsline::Token;
using newsline::Tokenizer;
using newsline::test::RandomText;
using newsline::test::run_seed;

struct Word {
  std::string form;
  newsline::Span span;
  std::uint32_t position = 0;

  bool operator==(const Word&) const = default;
};

std::vector<Word> copies(std::span<const Token> tokens) {
  std::vector<Word> words;
  for (const Token& token : tokens) words.push_back({std::string(token.form), token.span, token.position});
  return words;
}

std::string shown(const std::vector<Word>& words) {
  std::string text;
  for (const Word& word : words) text += word.form + '@' + std::to_string(word.span.begin) + ' ';
  return text;
}

void check_paths_agree(Tokenizer& tokenizer, const std::string& text) {
  const auto quick = copies(tokenizer.tokens(text));
  const auto slow = copies(tokenizer.tokens_by_icu(text));
  if (quick == slow) return;
  FAIL_CHECK("text <" << text << ">\n quick " << shown(quick) << "\n icu   " << shown(slow));
}

bool starts_code_point(std::string_view text, std::size_t at) {
  return at == text.size() || newsline::utf8_floor(text, at) == at;
}

void check_token(std::string_view text, const Token& token, std::size_t not_before) {
  CHECK_FALSE(token.form.empty());
  CHECK(token.span.begin >= not_before);
  CHECK(token.span.end > token.span.begin);
  CHECK(token.span.end <= text.size());
  CHECK(starts_code_point(text, token.span.begin));
  CHECK(starts_code_point(text, token.span.end));
  CHECK(std::string(token.form) == fold(token.form));
  CHECK(newsline::is_valid_utf8(token.form));
}

/// Every string of three printable ASCII characters that begins with `first`, a line each, within `before`
/// and `behind`.
std::string all_triples(char first, std::string_view before, std::string_view behind) {
  std::string text;
  for (char second = ' '; second <= '~'; ++second) {
    for (char third = ' '; third <= '~'; ++third) {
      text += before;
      text += {first, second, third};
      text += behind;
      text += '\n';
    }
  }
  return text;
}

TEST_SUITE("property") {
  TEST_CASE("the ASCII path agrees with ICU on every three characters in context") {
    Tokenizer tokenizer;
    constexpr std::pair<std::string_view, std::string_view> kContexts[] = {
        {"", ""}, {"a", "b"}, {"ab", "cd"}, {"1", "2"}, {"a", "2"}, {"1", "s"}, {"U.", ".S"}, {"x", "'s"}};
    constexpr std::size_t kPrintable = '~' - ' ' + 1;
    INFO("NEWSLINE_SEED=" << run_seed());
    for (const auto& [before, behind] : kContexts) {
      for (std::size_t number = 0; number < newsline::test::effort(kPrintable); ++number) {
        const auto first = static_cast<char>(' ' + (run_seed() + number) % kPrintable);
        const std::string text = all_triples(first, before, behind);
        const auto quick = copies(tokenizer.tokens(text));
        if (quick != copies(tokenizer.tokens_by_icu(text))) {
          for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = text.find('\n', at);
            check_paths_agree(tokenizer, text.substr(at, end - at));
            at = end + 1;
          }
        }
        REQUIRE(quick.empty() == false);
      }
    }
  }

  TEST_CASE("the ASCII path agrees with ICU on random text") {
    RandomText random(run_seed());
    INFO("NEWSLINE_SEED=" << run_seed());
    Tokenizer tokenizer;
    for (int round = 0; round < 20'000; ++round) check_paths_agree(tokenizer, random.ascii(24));
    for (int round = 0; round < 2'000; ++round) check_paths_agree(tokenizer, random.text(24));
  }

  TEST_CASE("spans ascend and cut nothing and positions count from one") {
    RandomText random(run_seed());
    INFO("NEWSLINE_SEED=" << run_seed());
    Tokenizer tokenizer;
    for (int round = 0; round < 5'000; ++round) {
      const std::string text = random.text(40);
      CAPTURE(text);
      std::size_t end = 0;
      std::uint32_t position = 0;
      for (const Token& token : tokenizer.tokens(text)) {
        check_token(text, token, end);
        CHECK(token.position == ++position);
        end = token.span.end;
      }
    }
  }

  TEST_CASE("any bytes give words of valid UTF-8 within the text") {
    RandomText random(run_seed());
    INFO("NEWSLINE_SEED=" << run_seed());
    Tokenizer tokenizer;
    for (int round = 0; round < 5'000; ++round) {
      const std::string bytes = random.bytes(40);
      std::size_t end = 0;
      for (const Token& token : tokenizer.tokens(bytes)) {
        CHECK(newsline::is_valid_utf8(token.form));
        CHECK(token.span.begin >= end);
        CHECK(token.span.end <= bytes.size());
        end = token.span.end;
      }
    }
  }

  TEST_CASE("lines do not know of each other") {
    RandomText random(run_seed());
    INFO("NEWSLINE_SEED=" << run_seed());
    Tokenizer tokenizer;
    for (int round = 0; round < 2'000; ++round) {
      const std::string first = random.text(20);
      const std::string second = random.text(20);
      CAPTURE(first);
      CAPTURE(second);
      auto apart = copies(tokenizer.tokens(first));
      const auto count = static_cast<std::uint32_t>(apart.size());
      for (Word word : copies(tokenizer.tokens(second))) {
        word.position += count;
        word.span.begin += first.size() + 1;
        word.span.end += first.size() + 1;
        apart.push_back(word);
      }
      CHECK(shown(copies(tokenizer.tokens(first + '\n' + second))) == shown(apart));
    }
  }

  TEST_CASE("words do not know of texts that were read before") {
    RandomText random(run_seed());
    INFO("NEWSLINE_SEED=" << run_seed());
    Tokenizer used;
    static_cast<void>(used.tokens("中中"));
    for (const std::string& text :
         {std::string("ខ្មែរー中"), std::string("ー中"), random.text(20), random.text(20)}) {
      CAPTURE(text);
      Tokenizer fresh;
      CHECK(shown(copies(fresh.tokens(text))) == shown(copies(used.tokens(text))));
    }
  }

  TEST_CASE("a text in another case or normal form has the same words") {
    RandomText random(run_seed());
    INFO("NEWSLINE_SEED=" << run_seed());
    Tokenizer tokenizer;
    for (int round = 0; round < 5'000; ++round) {
      const std::string text = random.ascii(40);
      std::string upper = text;
      std::transform(upper.begin(), upper.end(), upper.begin(),
                     [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
      CAPTURE(text);
      CHECK(shown(copies(tokenizer.tokens(text))) == shown(copies(tokenizer.tokens(upper))));
    }
  }
}

}  // namespace
