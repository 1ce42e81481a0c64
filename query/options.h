// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "common/console/terminal.h"
#include "common/search/page.h"
#include "common/search/query/parse_query.h"
#include "common/search/timeline/period.h"

namespace newsline {

inline constexpr const char* kProgram = "newsline-query";

/// In the folder of the index: what people have given as synonyms.
inline constexpr const char* kSynonymsFile = "synonyms.txt";

enum class CommandName { search, show, first, related, tags, acronyms, suggest, timeline };
enum class Format { text, json, jsonl, csv, atom, markdown };

/// What a command line, and the configuration file that it names, ask for.
struct Options {
  CommandName command = CommandName::search;
  std::string
      words;  ///< the question, the id, or the beginning of what is looked for; arguments joined by a blank
  std::string index;  ///< folder; empty: where the environment says
  ColorWhen color = ColorWhen::automatic;
  Format format = Format::text;

  MatchMode match = MatchMode::all;
  bool plain = false;
  Matching matching;
  SortOrder sort = SortOrder::relevance;
  RankMix mix;
  std::size_t limit = 10;
  std::size_t offset = 0;
  std::string after;              ///< cursor
  std::vector<std::string> tags;  ///< folded
  bool any_tag = false;
  std::vector<FacetRequest> facets;
  std::vector<std::string> facet_prefixes;  ///< `tag:ar`; parse_options() has applied them to `facets`
  bool with_lift = false;                   ///< likewise
  bool sideways = true;
  bool copies = false;  ///< a hit for each article of a story
  bool count_stories = false;
  bool snippets = true;
  bool expand = true;
  bool correct = true;
  std::string synonyms;       ///< file; empty: kSynonymsFile in the index, if it is there
  std::string line_template;  ///< of LineTemplate; empty: as the format has it
  bool explain = false;
  bool stats = false;

  PeriodUnit by = PeriodUnit::month;
  std::vector<std::string> versus;  ///< questions beside `words`
};

/// A text that was asked for instead of work: `--help` or `--version`.
struct Information {
  std::string text;
};

/// Reads the arguments behind the program's name. The first word is a command if it names one; anything else
/// begins a question. What stands behind `--` is words. Throws Error{usage}.
[[nodiscard]] std::variant<Options, Information> parse_options(const std::vector<std::string>& arguments);

}  // namespace newsline
