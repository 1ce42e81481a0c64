// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/declare/declare.h"
#include "query/option_values.h"

namespace newsline {
namespace {

constexpr std::size_t kMaxLimit = 100'000;
constexpr std::size_t kMaxOffset = 1'000'000'000;

}  // namespace

void declare_question_options(OptionTable& table, Options& options) {
  table.add(
      asking(), "--match", "MODE",
      [&options](const std::string& name) { options.match = choice("--match", kMatchNames, name); },
      "all: every word is required (default); any: one is\nenough, more and rarer words rank higher");
  table.add_flag(asking(), "--plain", options.plain, true,
                 "the question is only words: no operators or fields");
  declare_matching_options(table, options);
}

void declare_answer_options(OptionTable& table, Options& options) {
  const OptionTable::Commands search{CommandName::search};
  const OptionTable::Commands asked{CommandName::search, CommandName::first};
  table.add(
      search, "--sort", "ORDER",
      [&options](const std::string& name) { options.sort = choice("--sort", kSortNames, name); },
      "relevance (default), date (newest first), -date\n(oldest first) or reads (most read first)");
  declare_rank_options(table, options);
  table.add(
      {CommandName::search, CommandName::first, CommandName::related, CommandName::suggest}, "--limit", "N",
      [&options](const std::string& text) { options.limit = number("--limit", text, 0, kMaxLimit); },
      "how many to show: 10; a question with 0 only counts");
  table.add(
      asked, "--offset", "N",
      [&options](const std::string& text) { options.offset = number("--offset", text, 0, kMaxOffset); },
      "hits to pass over first: 0");
  table.add(
      asked, "--after", "CURSOR", [&options](const std::string& cursor) { options.after = cursor; },
      "go on behind a page: its cursor is next in the JSON,\nand told by --stats; right while articles "
      "arrive");
  table.add_flag({CommandName::search, CommandName::related}, "--copies", options.copies, true,
                 "a hit for each article; else articles that share most\n"
                 "of their text are a story, and a story is one hit");
  declare_facet_options(table, options);
  table.add_flag(showing_hits(), "--no-snippets", options.snippets, false,
                 "leave out the passages of the texts");
  table.add_flag(asked, "--explain", options.explain, true, "tell how the question was understood");
  table.add_flag(asked, "--stats", options.stats, true,
                 "tell how many and how long, on stderr or in the JSON");
}

}  // namespace newsline
