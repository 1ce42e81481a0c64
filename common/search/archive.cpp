// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/archive.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <numeric>
#include <type_traits>
#include <utility>

#include "common/error.h"
#include "common/index/document/stored_article.h"
#include "common/index/document/terms.h"
#include "common/index/folder/index_folder.h"
#include "common/index/folder/state_stamp.h"
#include "common/index/glass.h"
#include "common/index/glass/value_list.h"
#include "common/index/schema.h"
#include "common/search/answer/answer.h"
#include "common/search/answer/embargo.h"
#include "common/search/answer/explain.h"
#include "common/search/answer/facets.h"
#include "common/search/answer/hits.h"
#include "common/search/answer/lookup.h"
#include "common/search/answer/order.h"
#include "common/search/answer/status.h"
#include "common/search/expand/acronyms.h"
#include "common/search/related/distinctive.h"
#include "common/search/snippet/wanted.h"
#include "common/search/suggest/suggest.h"
#include "common/search/timeline/count_periods.h"
#include "common/text/fold.h"
#include "common/text/tokenizer.h"

namespace newsline {
namespace {

/// How often a call begins again after writers took its state away. A damaged index can say so for ever; a
/// reader that a busy machine lets run now and then meets some commits in a row.
constexpr int kReopenings = 12;
/// How often an answer is asked for again that came while there was a commit.
constexpr int kRepetitions = 3;

/// Which part of what an article itself would weigh others must weigh to be like it.
constexpr double kLeastAlike = 0.15;

Error overtaken(const std::string& index) {
  return Error(ErrorKind::busy, fmt::format("the index \"{}\" changes faster than it can be read", index),
               "try again in a moment; if it lasts, check the index with xapian-check");
}

/// In the order in which the index has the documents: they and their values are found the sooner.
std::vector<std::size_t> places_by_document(const std::vector<Ranked>& hits) {
  std::vector<std::size_t> places(hits.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  std::ranges::sort(places, {}, [&](std::size_t place) { return hits[place].document; });
  return places;
}

}  // namespace

struct Archive::Impl {
  explicit Impl(std::string folder) : index(std::move(folder)) { open(); }

  /// The name of a generation is read apart from its database, so they are taken only if it held meanwhile.
  void open() {
    for (int attempt = 0; attempt <= kReopenings; ++attempt) {
      const auto before = current_generation(index);
      stamp = StateStamp(index, before.value_or(""));
      database = open_for_reading(index);
      generation = current_generation(index).value_or("");
      if (before == generation) return;
    }
    throw overtaken(index);
  }

  /// Blocks that a writer takes for a later state while they are read look damaged. That the index is damaged
  /// can only be said of its newest state.
  [[nodiscard]] bool is_newest() const {
    return current_generation(index) == generation &&
           open_for_reading(index).get_revision() == database.get_revision();
  }

  /// Whether another state has been published since this one was opened.
  [[nodiscard]] bool has_moved() {
    const StateStamp now(index, generation);
    if (stamp.is_surely(now)) return false;
    stamp = now;
    return current_generation(index) != generation || database.reopen();
  }

  /// Runs `work` on one state of the index, anew on the newest one if that state is taken away.
  template <typename Work>
  auto on_one_state(Work&& work) -> decltype(work()) {
    return guarded(index, [&] {
      for (int reopenings = 0;; ++reopenings) {
        try {
          if constexpr (std::is_void_v<decltype(work())>) {
            return work();  // what it has told its caller cannot be told again
          } else {
            // Blocks that are overwritten while they are read can also look whole, so an answer is asked for
            // again where there was a commit meanwhile; where they do not end, the last one is as good as
            // any.
            auto answer = work();
            if (reopenings >= kRepetitions || !has_moved()) return answer;
          }
        } catch (const Xapian::DatabaseModifiedError&) {
          if (reopenings == kReopenings) throw overtaken(index);
        } catch (const Xapian::Error&) {
          if (reopenings == kReopenings || is_newest()) throw;
        } catch (const Error& error) {
          if (error.kind() != ErrorKind::data || reopenings == kReopenings || is_newest()) throw;
        }
        open();
      }
    });
  }

  Page page(const Request& request) {
    Answered answered = answer(request, database);
    const Match& found = answered.match;
    Page page;
    page.families = std::move(answered.families);
    page.corrections = std::move(answered.corrections);
    page.suggestions = std::move(answered.suggestions);
    fill(page, request, found, weighted(wanted_by(answered.query, page.families), database));
    if (found.more) page.next = cursor_of(position_behind(answered, page, request.sort), request);
    return page;
  }

  std::optional<Page> related(const std::string& id, const Request& request) {
    const Xapian::docid document = find_document(id, database, request.now);
    if (document == 0) return std::nullopt;
    const DistinctiveTerms terms = distinctive_terms(document, database);
    Page page;
    if (terms.words.empty() && terms.tags.empty()) return page;
    const double least = kLeastAlike * own_weight(terms, document, database);
    const Match found = match_like(request, related_plan(terms, document, database), least, database);
    fill(page, request, found, wanted_by(terms));
    return page;
  }

  /// What a page says of the answer and its hits.
  void fill(Page& page, const Request& request, const Match& found, const Wanted& wanted) {
    page.total = found.total;
    page.stories = found.stories;
    page.sources = found.sources;
    page.partial = found.partial;
    page.facets = found.facets;
    page.passed = found.passed;
    const auto hidden = hidden_documents(database, request.now);
    page.hits.resize(found.hits.size());
    ArticleList articles(database);
    ValueList cuts(schema::slot::kFurniture, database);
    ValueList stories(schema::slot::kStory, database);
    for (const std::size_t place : places_by_document(found.hits)) {
      const Ranked& ranked = found.hits[place];
      const EdgeCut cut = cut_of_value(cuts.of(ranked.document));
      Hit& hit = page.hits[place];
      hit = hit_of(articles.article(ranked.document), cut, wanted, request.snippets, tokenizer);
      if (request.sort == SortOrder::relevance) hit.score = ranked.weight;
      const std::string story(stories.of(ranked.document));
      hit.story = story_of(story, ranked.document, hit, hidden, database);
      if (request.fold && hit.story) hit.story->copies = found.folded->matching.at(story) - 1;
    }
  }

  /// The place behind the last hit, which is in the index.
  [[nodiscard]] Position position_behind(const Answered& answered, const Page& page, SortOrder order) {
    const Ranked& last = answered.match.hits.back();
    Position position;
    position.key = order_key(last.document, order, database);
    position.passed = page.passed + page.hits.size();
    if (order == SortOrder::relevance) {
      position.score = last.weight;
      position.id_term = make_term(schema::prefix::kId, page.hits.back().id);
      position.state = state_of(last.document, database);
    }
    return position;
  }

  std::string index;
  std::string generation;
  StateStamp stamp;  ///< taken before `database` was opened, or was seen to be the newest state still
  Snapshot database;
  Tokenizer tokenizer;
};

Archive::Archive(const std::string& index) : impl_(std::make_unique<Impl>(index)) {}
Archive::~Archive() = default;
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;

Page Archive::search(const Request& request) {
  return impl_->on_one_state([&] { return impl_->page(request); });
}

std::optional<Page> Archive::related(const std::string& id, const Request& request) {
  return impl_->on_one_state([&] { return impl_->related(id, request); });
}

Timeline Archive::timeline(const TimelineRequest& request) {
  return impl_->on_one_state([&] { return newsline::timeline(request, impl_->database); });
}

std::string Archive::explain(const Request& request) {
  return impl_->on_one_state([&] { return newsline::explain(request, impl_->database); });
}

std::optional<Article> Archive::article(const std::string& id) {
  return impl_->on_one_state([&] { return find_article(id, impl_->database); });
}

void Archive::for_each_article(const std::function<bool(const Article&)>& each) {
  std::optional<std::string> after;
  impl_->on_one_state([&] { newsline::for_each_article(impl_->database, after, each); });
}

std::vector<FacetCount> Archive::tags(std::string_view prefix) {
  return impl_->on_one_state([&] {
    const auto hidden = hidden_documents(impl_->database, std::nullopt);
    std::vector<FacetCount> tags = count_all(impl_->database, schema::slot::kTags, hidden).by_count();
    const std::string start = fold(prefix);
    std::erase_if(tags, [&](const FacetCount& tag) { return !fold(tag.value).starts_with(start); });
    return tags;
  });
}

std::vector<KnownAcronym> Archive::acronyms(std::string_view words) {
  return impl_->on_one_state([&] {
    std::vector<std::string> forms;
    for (const Token& token : impl_->tokenizer.tokens(words)) forms.emplace_back(token.form);
    return known_acronyms(forms, impl_->database);
  });
}

std::vector<Suggestion> Archive::suggest(std::string_view beginning, std::size_t limit) {
  return impl_->on_one_state(
      [&] { return suggestions(beginning, limit, impl_->database, impl_->tokenizer); });
}

ArchiveStatus Archive::status() {
  return impl_->on_one_state([&] { return status_of(impl_->database, impl_->index, impl_->generation); });
}

}  // namespace newsline
