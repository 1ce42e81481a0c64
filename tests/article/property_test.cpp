// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <string>

#include "common/article/article_json.h"
#include "common/article/json/lines_reader.h"
#include "common/article/page/reader.h"
#include "common/error.h"
#include "tests/article/page_text.h"
#include "tests/article/random_article.h"
#include "tests/article/soundness.h"
#include "tests/article/summary.h"

namespace {

using newsline::Article;
using newsline::test::broken_promise;
using newsline::test::context;
using newsline::test::page_text;
using newsline::test::RandomText;
using newsline::test::run_seed;

/// A page of words that make no furniture: every line of the body is a sentence.
Article plain_article(RandomText& random) {
  constexpr const char* kSubjects[] = {"The mayor",       "Мэр города",         "Քաղաքապետը", "მერი",
                                       "Bələdiyyə sədri", "Belediye başkanı",   "العمدة",     "市长",
                                       "นายกเทศมนตรี",     "Die Bürgermeisterin"};
  constexpr const char* kVerbs[] = {"opened 2 bridges", "открыла мост 5 мая 2021", "said: Read: 17 pages",
                                    "writes C# and #code", "came on 12 March 2020"};
  constexpr const char* kTags[] = {"CSTO", "foreign policy", "C#",   "Հայաստան", "中国",
                                   "AT&T", "2024",           "U.S.", "ОДКБ"};
  const auto sentence = [&] {
    return std::string(kSubjects[random.below(std::size(kSubjects))]) + " " +
           kVerbs[random.below(std::size(kVerbs))] + ", they said";
  };
  Article article;
  article.title = sentence() + " today";
  article.published.emplace();
  article.published->day =
      std::chrono::sys_days{std::chrono::year{1900} / 1 / 1} + std::chrono::days{random.below(100'000)};
  article.reads = random.below(3) == 0 ? random.below(10) : random.below(10'000'000);
  for (const char* tag : kTags) {
    if (random.below(4) == 0) article.tags.emplace_back(tag);
  }
  for (std::size_t count = 1 + random.below(6); count > 0; --count) {
    article.body += (article.body.empty() ? "" : random.below(2) == 0 ? "\n" : "\n\n") + sentence() + ".";
  }
  return article;
}

/// Bytes near a page or a record, which reach further than any bytes do.
std::string near(RandomText& random, std::string text) {
  for (std::size_t changes = random.below(8); changes > 0; --changes) {
    const std::size_t at = random.below(text.size() + 1);
    const std::string piece = random.below(2) == 0 ? random.bytes(6) : random.text(4);
    text.replace(at, random.below(4), piece);
  }
  return text;
}

TEST_SUITE("property") {
  TEST_CASE("any bytes are a sound article or a rejection as a page") {
    INFO("NEWSLINE_SEED=", run_seed());
    RandomText random(run_seed());
    for (int round = 0; round < 3000; ++round) {
      const std::string page =
          round % 3 == 0 ? random.bytes(200) : near(random, page_text(plain_article(random)));
      const std::string broken = broken_promise(read_page(page, context()));
      if (!broken.empty()) FAIL_CHECK(broken << " in <" << page << ">");
    }
  }

  TEST_CASE("any bytes are a sound article or a rejection as a line of JSON") {
    INFO("NEWSLINE_SEED=", run_seed());
    RandomText random(run_seed());
    for (int round = 0; round < 3000; ++round) {
      const std::string line =
          round % 3 == 0 ? random.bytes(200) : near(random, to_json(random_article(random)));
      const std::string broken = broken_promise(newsline::read_json_line(line, 1, context()));
      if (!broken.empty()) FAIL_CHECK(broken << " in <" << line << ">");
    }
  }

  TEST_CASE("an article comes back from its JSON and as a record of export") {
    INFO("NEWSLINE_SEED=", run_seed());
    RandomText random(run_seed());
    for (int round = 0; round < 1000; ++round) {
      const Article article = random_article(random);
      const std::string json = to_json(article);
      CHECK(json.find('\n') == std::string::npos);
      if (newsline::article_from_json(json) != article) FAIL_CHECK("through " << json);
      const auto reading = newsline::read_json_line(json, 1, context());
      if (newsline::test::article_of(reading) != article) FAIL_CHECK("as a record, " << json);
    }
  }

  TEST_CASE("a page that was laid out is read back equal") {
    INFO("NEWSLINE_SEED=", run_seed());
    RandomText random(run_seed());
    for (int round = 0; round < 1000; ++round) {
      Article laid_out = plain_article(random);
      const std::string page = page_text(laid_out);
      const Article article = newsline::test::article_of(read_page(page, context()));
      laid_out.id = laid_out.path = context().path;
      laid_out.source = context().source_name;
      if (article != laid_out)
        FAIL_CHECK(to_json(article) << "\n is not what was laid out as <" << page << ">");
    }
  }
}

}  // namespace
