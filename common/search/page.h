// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/search/expand/synonyms.h"
#include "common/search/family/family.h"
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
enum class FacetField { tag, source, author, language, section, year, month, day, reads };

/// Which values of a facet are wanted.
struct FacetRequest {
  FacetField field = FacetField::tag;
  std::size_t limit = 10;  ///< values at most; years, months and days come in order of time, of which the
                           ///< latest are taken, the others by count, then by folded name; ranges of reads
                           ///< all come, ascending
  std::string prefix{};    ///< folded; only names that begin so. For names: not for times and reads
  bool with_lift = false;  ///< only names that are more frequent here than in the rest of the archive, the
                           ///< most surprising first (Surprise). For names
  std::vector<std::uint64_t> bounds{};  ///< of ranges of reads, ascending: each range begins at one
};

/// What lets an article rank higher besides its words, by relevance. Its score is that of the words, times
/// 1 + 2^(-age / half_life), times 1 + log10(1 + reads) / 10. The age is in whole days, and 0 for days to
/// come; what an article does not say leaves its score as it is.
struct RankMix {
  std::optional<std::chrono::days> half_life{};  ///< of recency, one day at least; nothing: it does not count
  std::chrono::sys_days today{};                 ///< what ages count from
  bool reads = false;                            ///< whether the counter counts

  [[nodiscard]] bool changes() const { return half_life.has_value() || reads; }
};

struct Request {
  QueryNode query;
  SortOrder sort = SortOrder::relevance;
  RankMix mix{};  ///< only by relevance
  std::size_t offset = 0;
  std::size_t limit = 10;
  std::string after{};  ///< a Page::next of the same question: begin behind that page; `offset` counts from
                        ///< there
  std::vector<FacetRequest> facets;
  std::vector<std::string> tags{};  ///< folded; answers have each of them
  bool any_tag = false;             ///< answers have one of `tags` at least
  bool sideways = true;  ///< facets of tags count what the question finds without `tags`, so that they do
                         ///< not hide the other tags
  bool fold = false;     ///< one hit a story: of its articles that answer, the one that comes first
  bool each_source_once = false;  ///< one hit a source: likewise; those that name none are one. Not by
                                  ///< relevance, and not with `fold`
  bool count_stories = false;     ///< facets count stories, one for each value that some of its articles have
  bool snippets = true;
  /// Whether words also stand for what expand.h says, and what people have said to mean the same.
  bool expand = true;
  Synonyms synonyms{};
  /// Whether words that no article has may be taken for others, where nothing matches as it was asked.
  bool correct = false;
  /// If nothing has all words, answer with articles that have some (Page::partial says so). Filters and NOT
  /// stay strict.
  bool relax = true;
  Matching matching;  ///< what a bare word stands for besides itself
  /// Articles with a later embargo are not found; nothing: the clock's time.
  std::optional<std::chrono::sys_seconds> now{};
};

/// A text and the parts of it that the question asked for: spans ascend and do not overlap.
struct MarkedText {
  std::string text;
  std::vector<Span> marks;
};

/// Articles that share most of their text.
struct Story {
  std::string id;                        ///< of the first article that may be seen
  std::optional<Published> published{};  ///< when it was
  std::string source{};                  ///< and where: Article::source, or the host of its url
  std::uint64_t articles = 0;            ///< that may be seen, in the whole archive
  std::uint64_t copies = 0;              ///< other articles of it that answer, for which this hit stands
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
  std::optional<Story> story{};  ///< where the article does not stand alone
};

/// How much more frequent a name is among some articles than in the rest of the archive.
struct Surprise {
  std::uint64_t in_archive = 0;  ///< articles of the whole archive that have the name
  double lift = 0;               ///< its share among these articles, divided by its share of the archive
  double log_likelihood = 0;     ///< Dunning, Accurate Methods for the Statistics of Surprise (1993): twice
                                 ///< the logarithm of the ratio of likelihoods; 10.83 is one in a thousand
};

struct FacetCount {
  std::string value;  ///< as it is written most often among the matches (ties: first in byte order);
                      ///< `2024-03` for a month; as in `reads:100..999` for a range
  std::uint64_t count = 0;
  std::optional<Surprise> surprise{};  ///< with FacetRequest::with_lift
};

struct Facet {
  FacetField field = FacetField::tag;
  std::vector<FacetCount> counts;
  std::uint64_t distinct = 0;  ///< values among all that were counted, shown or not
  std::uint64_t without = 0;   ///< articles among them that have no value
  std::uint64_t total = 0;     ///< articles that were counted
  bool sideways = false;       ///< they are not the answer, but what it would be without Request::tags
};

/// What an acronym stands for, by articles that say so, as the newest of them (at one day: the first in the
/// index) writes it.
struct KnownAcronym {
  std::string acronym;
  std::string long_form;
  std::uint64_t articles = 0;
  std::optional<std::chrono::sys_days> first_day;  ///< of the oldest and newest of those with a date
  std::optional<std::chrono::sys_days> last_day;
  std::string article;  ///< id of the newest
  std::string title;    ///< and its title
};

enum class SuggestionKind { word, tag, author, source, section, language, title };

/// What somebody may be about to type.
struct Suggestion {
  SuggestionKind kind = SuggestionKind::word;
  std::string text;   ///< as it is written in a question: `tag:"Foreign Policy"`
  std::string value;  ///< without signs, as articles write it
  std::uint64_t articles = 0;
  double merit = 0;  ///< comparable within one call only
};

/// A word of a question and the one that was probably meant.
struct Correction {
  Span where;         ///< the part of the question that says it, with its signs
  std::string said;   ///< folded
  std::string meant;  ///< likewise
};

/// A run of hits out of an answer, and what was counted over the whole of it.
struct Page {
  std::uint64_t total = 0;    ///< matches in the whole answer; always exact
  std::uint64_t stories = 0;  ///< of these, or articles that stand alone; 0 unless folded or counted so
  std::uint64_t sources = 0;  ///< of these; 0 unless each is one hit
  std::uint64_t passed = 0;   ///< hits before these
  std::string next;           ///< cursor behind these; empty where no more follow
  bool partial = false;       ///< nothing had all the words: these have some
  /// What was asked in place of the question, of which nothing matched. Empty: the question itself.
  std::vector<Correction> corrections;
  /// What may have been meant; the question itself was answered.
  std::vector<Correction> suggestions;
  std::vector<Hit> hits;
  std::vector<Facet> facets;  ///< as requested; counts are exact
  Families families;          ///< what was asked for besides the words of the question
};

}  // namespace newsline
