// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/search/query/tree.h"
#include "common/text/published.h"
#include "common/text/span.h"

namespace newsline {

/// Order of hits; each is total, so that pages never overlap and equal indexes answer alike.
enum class SortOrder {
  relevance,  ///< score, then newest, then id
  newest,     ///< date, newest first, then id; undated last
  oldest,     ///< date, oldest first, then id; undated last
  most_read   ///< counter, highest first, then newest, then id; without a counter last
};

/// What articles can be counted by.
enum class FacetField { tag, source, author, language, section, year, month, day };

/// Which values of a facet are wanted.
struct FacetRequest {
  FacetField field = FacetField::tag;
  std::size_t limit = 10;  ///< values at most; years, months and days come in order of time, of which the
                           ///< latest are taken, the others by count, then by folded name
};

struct Request {
  QueryNode query;
  SortOrder sort = SortOrder::relevance;
  std::size_t offset = 0;
  std::size_t limit = 10;
  std::vector<FacetRequest> facets;
  bool snippets = true;
  /// If nothing has all words, answer with articles that have some (Page::partial says so). Filters and NOT
  /// stay strict.
  bool relax = true;
  /// Articles with a later embargo are not found; nothing: the clock's time.
  std::optional<std::chrono::sys_seconds> now{};
};

/// A text and the parts of it that the question asked for: spans ascend and do not overlap.
struct MarkedText {
  std::string text;
  std::vector<Span> marks;
};

struct Hit {
  std::string id;
  double score = 0;  ///< 0 where the order is not by relevance
  MarkedText title;
  std::optional<Published> published;
  std::optional<std::uint64_t> reads;
  std::string language;
  std::vector<std::string> tags;
  std::vector<std::string> authors;
  std::string source;
  std::string section;
  std::string url;
  std::string path;
  MarkedText snippet;  ///< the best passage of the body, or of the summary where there is no body; one
                       ///< line; empty if not asked for or neither
};

struct FacetCount {
  std::string value;  ///< as it is written most often among the matches (ties: first in byte order);
                      ///< `2024-03` for a month
  std::uint64_t count = 0;
};

struct Facet {
  FacetField field = FacetField::tag;
  std::vector<FacetCount> counts;
  std::uint64_t distinct = 0;  ///< values among all matches, shown or not
  std::uint64_t without = 0;   ///< matches that have no value
};

/// A run of hits out of an answer, and what was counted over the whole of it.
struct Page {
  std::uint64_t total = 0;  ///< matches in the whole answer; always exact
  bool partial = false;     ///< nothing had all the words: these have some
  std::vector<Hit> hits;
  std::vector<Facet> facets;  ///< as requested; counts are exact
};

}  // namespace newsline
