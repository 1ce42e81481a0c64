// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/article/article.h"
#include "common/search/page.h"
#include "common/search/timeline/timeline.h"

namespace newsline {

/// Figures about an index: those of articles count the ones that search() may find now.
struct ArchiveStatus {
  std::string index;
  std::string generation;
  std::uint64_t articles = 0;
  std::uint64_t undated = 0;
  std::uint64_t words = 0;               ///< occurrences, titles weighted
  std::optional<std::string> first_day;  ///< ISO dates of the oldest and newest article
  std::optional<std::string> last_day;
  std::uint64_t tags = 0;  ///< distinct
  std::vector<FacetCount> languages;
  std::vector<FacetCount> publishers;  ///< Article::source, the ten most frequent
  std::vector<std::string> sources;    ///< paths given to the indexer, first given first
  std::uint64_t files = 0;
  std::uint64_t size_bytes = 0;  ///< of the generation on disk
  int schema = 0;
  int tokenizer = 0;
  std::string icu;
  std::string unicode;
  std::string last_run;  ///< JSON object, as the indexer left it; empty before the first run
};

/// An index, opened for reading. Every function answers from one consistent state of it, and throws Error.
/// When a writer publishes meanwhile, the call is begun again on the newest state, three times at most; where
/// its state is then gone, Error{busy}. One object a thread.
class Archive {
 public:
  /// Throws Error{usage} if there is no index, Error{needs_rebuild} if it was made by other rules,
  /// Error{data} if it is damaged.
  explicit Archive(const std::string& index);
  ~Archive();
  Archive(Archive&&) noexcept;
  Archive& operator=(Archive&&) noexcept;

  /// Answers. A question that matches nothing is an empty page, not an error.
  /// Throws Error{usage} for a prefix that stands for more than kMaxExpansion words.
  [[nodiscard]] Page search(const Request& request);

  /// What else there is to read beside an article, found as by article(): by the words and tags that set it
  /// apart, most alike first, of equal ones the newest. Not its copies. Of the request, `limit`, `fold`,
  /// `snippets` and `now` count. Nothing if there is no such article.
  [[nodiscard]] std::optional<Page> related(const std::string& id, const Request& request);

  /// How many articles of each answer were published when, beside how many the archive has. Every count is
  /// exact. Throws Error{usage} beyond kMaxPeriods, and as search().
  [[nodiscard]] Timeline timeline(const TimelineRequest& request);

  /// The stages behind search(): the tree, how Xapian is asked, and what each word stands for with its number
  /// of articles. Lines of `name: text`.
  [[nodiscard]] std::string explain(const Request& request);

  /// The article with this id; else the one whose file has this path; else the only one whose id ends in `/`
  /// + id (or `#` + id). Nothing if there is none, or if it is under an embargo or withdrawn. Throws
  /// Error{usage} that lists some of the ids if an ending fits several.
  [[nodiscard]] std::optional<Article> article(const std::string& id);

  /// Every article, also those that nobody may see yet, by id in byte order, until `each` returns false.
  void for_each_article(const std::function<bool(const Article&)>& each);

  /// Tags that begin with `prefix` (compared after fold()), with their numbers of articles that search() may
  /// find now, most frequent first.
  [[nodiscard]] std::vector<FacetCount> tags(std::string_view prefix);

  /// What articles say that acronyms stand for, most evidence first. `words`: only this acronym, or those
  /// whose long form begins so; empty: all. Each costs the reading of an article.
  [[nodiscard]] std::vector<KnownAcronym> acronyms(std::string_view words);

  /// What begins so: words, tags, authors, sources, sections (their later words too) and phrases of titles,
  /// by how many articles, and how many of the newest hundred, have them; `limit` at most. Behind `tag:`,
  /// `#`, `author:`, `source:`, `section:`, `lang:` or `title:` only these, where nothing more is all. Each
  /// is in the index. Some milliseconds.
  [[nodiscard]] std::vector<Suggestion> suggest(std::string_view beginning, std::size_t limit);

  [[nodiscard]] ArchiveStatus status();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Words that one `prefix*` may stand for.
inline constexpr std::size_t kMaxExpansion = 1000;

}  // namespace newsline
