// SPDX-License-Identifier: GPL-3.0-or-later
#include <benchmark/benchmark.h>

#include <string>

#include "common/article/html/reader.h"
#include "common/article/page/reader.h"
#include "common/search/snippet/passage.h"
#include "common/text/fold.h"
#include "common/text/tokenizer.h"

/// What one text costs in the parts that see every text: tokenizer, fold, page reader and passage. Each is
/// told in bytes a second, of Latin text and of text that ICU must look at.
namespace newsline {
namespace {

std::string repeated(const std::string& paragraph) {
  constexpr int kParagraphs = 40;
  std::string text;
  for (int number = 0; number < kParagraphs; ++number)
    text += paragraph + " " + std::to_string(number) + ".\n";
  return text;
}

const std::string& latin() {
  static const std::string text = repeated(
      "The council opened the new bridge over the river on Monday, and the mayor said it had cost 4.2 "
      "million less than planned");
  return text;
}

const std::string& mixed() {
  static const std::string text = repeated(
      "Совет открыл новый мост через реку, сказал мэр Ереванa; le café est fermé, und die Straße bleibt "
      "gesperrt");
  return text;
}

const std::string& text_of(const benchmark::State& state) { return state.range(0) == 0 ? latin() : mixed(); }

void count_bytes(benchmark::State& state, std::size_t bytes) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(bytes));
}

void tokenize(benchmark::State& state) {
  Tokenizer tokenizer;
  for (auto round : state) benchmark::DoNotOptimize(tokenizer.tokens(text_of(state)).size());
  count_bytes(state, text_of(state).size());
}

void fold_text(benchmark::State& state) {
  for (auto round : state) benchmark::DoNotOptimize(fold(text_of(state)));
  count_bytes(state, text_of(state).size());
}

void read_page_text(benchmark::State& state) {
  const std::string page = "A bridge opens\n2024-03-12\n487\n\n" + text_of(state) + "\n#bridges #city\n";
  for (auto round : state) benchmark::DoNotOptimize(read_page(page, {"page.txt", "bench"}));
  count_bytes(state, page.size());
}

void read_web_page(benchmark::State& state) {
  const std::string page =
      "<!DOCTYPE html><html><head><meta charset=utf-8><title>A bridge opens</title></head><body>"
      "<nav><a href=/>Home</a></nav><article><h1>A bridge opens</h1><p>" +
      text_of(state) + "</p></article></body></html>";
  for (auto round : state) benchmark::DoNotOptimize(read_html(page, {"page.html", "bench"}));
  count_bytes(state, page.size());
}

void find_passage(benchmark::State& state) {
  constexpr std::size_t kMostBytes = 240;
  Tokenizer tokenizer;
  Wanted wanted;
  wanted.items.push_back({.forms = {state.range(0) == 0 ? "bridge" : "мост"}});
  for (auto round : state)
    benchmark::DoNotOptimize(best_passage(text_of(state), wanted, kMostBytes, tokenizer));
  count_bytes(state, text_of(state).size());
}

BENCHMARK(tokenize)->ArgName("mixed")->Arg(0)->Arg(1);
BENCHMARK(fold_text)->ArgName("mixed")->Arg(0)->Arg(1);
BENCHMARK(read_page_text)->ArgName("mixed")->Arg(0)->Arg(1);
BENCHMARK(read_web_page)->ArgName("mixed")->Arg(0)->Arg(1);
BENCHMARK(find_passage)->ArgName("mixed")->Arg(0)->Arg(1);

}  // namespace
}  // namespace newsline

BENCHMARK_MAIN();
