// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/related/distinctive.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

#include "common/index/document/story_members.h"
#include "common/index/document/terms.h"
#include "common/index/glass/posting_list.h"
#include "common/index/schema.h"
#include "common/search/scan/scan.h"

namespace newsline {
namespace {

/// More words cost time and find no better: those behind them weigh little.
constexpr Xapian::termcount kWords = 30;

/// Words have no prefix, and names begin with a capital letter; what begins with a digit says little alone.
bool is_word(const std::string& term) {
  const char first = term.empty() ? ':' : term.front();
  return first != ':' && (first < 'A' || first > 'Z') && (first < '0' || first > '9');
}

/// The article and its copies, ascending.
std::vector<Xapian::docid> story_with(Xapian::docid document, const Snapshot& database) {
  const std::string story = database.value(document, schema::slot::kStory);
  if (story.empty()) return {document};
  return story_members(database, story);
}

/// Terms that another story has too.
class Elsewhere {
 public:
  Elsewhere(Xapian::docid document, const Snapshot& database)
      : database_(database), story_(story_with(document, database)) {}

  [[nodiscard]] bool has(const std::string& term) const {
    for (PostingList list(term, database_); list.document() != PostingList::kEnd; list.next())
      if (!std::ranges::binary_search(story_, list.document())) return true;
    return false;
  }

 private:
  const Snapshot& database_;
  std::vector<Xapian::docid> story_;
};

/// Words of another story, but not of a quarter of all articles. Of a handful of articles any word says
/// something.
class SharedWords : public Xapian::ExpandDecider {
 public:
  SharedWords(const Elsewhere& elsewhere, const Snapshot& database)
      : elsewhere_(elsewhere),
        database_(database),
        most_(std::max<Xapian::doccount>(5, database.get_doccount() / 4)) {}

  bool operator()(const std::string& term) const override {
    return is_word(term) && database_.frequency(term) <= most_ && elsewhere_.has(term);
  }

 private:
  const Elsewhere& elsewhere_;
  const Snapshot& database_;
  Xapian::doccount most_;
};

/// As BM25 weighs a word that so many articles have.
double rarity(Xapian::doccount articles, Xapian::doccount all) {
  return std::log(1 + (all - articles + 0.5) / (articles + 0.5));
}

std::vector<DistinctiveTerm> tags_of(Xapian::docid document, const Elsewhere& elsewhere,
                                     const Snapshot& database) {
  const std::string prefix(schema::prefix::kTag);
  std::vector<DistinctiveTerm> tags;
  auto term = database.termlist_begin(document);
  for (term.skip_to(prefix); term != database.termlist_end(document) && (*term).starts_with(prefix); ++term) {
    if (elsewhere.has(*term))
      tags.push_back({*term, rarity(database.frequency(*term), database.get_doccount())});
  }
  std::ranges::stable_sort(tags, std::greater<>(), &DistinctiveTerm::weight);
  return tags;
}

Plan some_of(const DistinctiveTerms& terms) {
  std::vector<Plan> parts;
  for (const DistinctiveTerm& word : terms.words)
    parts.push_back(scaled(term(word.term), word.weight / terms.words.front().weight));
  // A name has no weight of its own.
  for (const DistinctiveTerm& tag : terms.tags) parts.push_back(flat(tag.term, tag.weight));
  return any_of(std::move(parts));
}

Plan only(Xapian::docid document, const Snapshot& database) {
  auto id = database.termlist_begin(document);
  id.skip_to(std::string(schema::prefix::kId));
  return term(*id);
}

}  // namespace

DistinctiveTerms distinctive_terms(Xapian::docid document, const Snapshot& database) {
  Xapian::Enquire enquire(database);
  enquire.set_expansion_scheme("bo1");
  Xapian::RSet article;
  article.add_document(document);
  const Elsewhere elsewhere(document, database);
  const SharedWords decider(elsewhere, database);
  DistinctiveTerms terms;
  const Xapian::ESet words = enquire.get_eset(kWords, article, &decider);
  for (auto word = words.begin(); word != words.end(); ++word)
    if (word.get_weight() > 0) terms.words.push_back({*word, word.get_weight()});
  terms.tags = tags_of(document, elsewhere, database);
  return terms;
}

Plan related_plan(const DistinctiveTerms& terms, Xapian::docid document, const Snapshot& database) {
  std::vector<Plan> itself{only(document, database)};
  const std::string story = database.value(document, schema::slot::kStory);
  if (!story.empty()) itself.push_back(value_range(schema::slot::kStory, story, story));
  return but_not(some_of(terms), any_of(std::move(itself)));
}

Wanted wanted_by(const DistinctiveTerms& terms) {
  Wanted wanted;
  for (const DistinctiveTerm& word : terms.words) {
    Wanted::Item item{{word.term}};
    item.weight = word.weight;
    wanted.items.push_back(std::move(item));
  }
  return wanted;
}

double own_weight(const DistinctiveTerms& terms, Xapian::docid document, const Snapshot& database) {
  return weight_of(some_of(terms), document, database).value_or(0);
}

}  // namespace newsline
