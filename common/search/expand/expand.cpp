// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/expand/expand.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include "common/search/answer/terms.h"
#include "common/search/expand/acronyms.h"
#include "common/search/query/join_nodes.h"
#include "common/search/spelling/near_words.h"

namespace newsline {
namespace {

using Nodes = std::vector<QueryNode>;
using Forms = std::vector<std::string>;

/// Something that a run of words stands for, and why.
struct Other {
  Forms forms;
  std::string reason;
  double share = kOtherShare;
};

/// The words with which a run begins that stand for others.
struct Found {
  std::size_t words = 0;
  std::vector<Other> others;
};

/// Words whose other spellings are wanted; nothing if the node is none.
const Words* open_words(const QueryNode& node) {
  const auto* words = std::get_if<Words>(&node.meaning);
  return words != nullptr && !words->quoted && !words->near_spelling ? words : nullptr;
}

std::string evidence(std::uint64_t articles) {
  return fmt::format("{} article{} so", articles, articles == 1 ? " says" : "s say");
}

class Expander {
 public:
  Expander(const Request& request, const Snapshot& database)
      : adds_meanings_(request.expand), synonyms_(request.synonyms), database_(database) {}

  QueryNode operator()(const QueryNode& node) {
    if (const auto* all = std::get_if<AllOf>(&node.meaning)) {
      return {AllOf{expanded_parts<AllOf>(all->parts)}, node.where};
    }
    if (const auto* any = std::get_if<AnyOf>(&node.meaning)) {
      return {AnyOf{expanded_parts<AnyOf>(any->parts), any->shares}, node.where};
    }
    if (const auto* none = std::get_if<NoneOf>(&node.meaning)) {
      return {NoneOf{excluded_parts(none->parts)}, node.where};
    }
    const auto* words = std::get_if<Words>(&node.meaning);
    if (words != nullptr && words->near_spelling) return with_near_words(node, *words);
    if (open_words(node) == nullptr) return node;
    return std::move(expanded_parts<AllOf>({node}).front());
  }

  std::vector<Expansion> take_expansions() { return std::move(expansions_); }

 private:
  template <typename Operator>
  Nodes expanded_parts(const Nodes& parts) {
    Nodes made;
    for (std::size_t at = 0; at < parts.size();) {
      if (open_words(parts[at]) == nullptr) {
        made.push_back((*this)(parts[at++]));
        continue;
      }
      std::vector<std::size_t> ends;  // of the parts, in words
      const Forms forms = run_from(parts, at, ends);
      Found found = found_at(forms);
      const auto end = std::find(ends.begin(), ends.end(), found.words);
      if (found.others.empty() || end == ends.end()) {
        made.push_back(parts[at++]);
        continue;
      }
      const auto taken = static_cast<std::size_t>(end - ends.begin()) + 1;
      const auto first = parts.begin() + static_cast<std::ptrdiff_t>(at);
      made.push_back(with_others(joined<Operator>(Nodes(first, first + static_cast<std::ptrdiff_t>(taken))),
                                 std::get<Words>(parts[at].meaning).field, std::move(found)));
      at += taken;
    }
    return made;
  }

  /// What is excluded stands for what it says alone: of it, only `word~` says more.
  Nodes excluded_parts(const Nodes& parts) {
    const bool adds_meanings = std::exchange(adds_meanings_, false);
    Nodes made = expanded_parts<AllOf>(parts);
    adds_meanings_ = adds_meanings;
    return made;
  }

  /// The words of the parts that stand side by side from `at` on, in one field.
  static Forms run_from(const Nodes& parts, std::size_t at, std::vector<std::size_t>& ends) {
    const WordField field = open_words(parts[at])->field;
    Forms forms;
    for (; at < parts.size(); ++at) {
      const Words* words = open_words(parts[at]);
      if (words == nullptr || words->field != field) break;
      forms.insert(forms.end(), words->forms.begin(), words->forms.end());
      ends.push_back(forms.size());
    }
    return forms;
  }

  QueryNode with_near_words(const QueryNode& said, const Words& words) {
    Found found{1, {}};
    for (NearWord& near :
         near_words(words.field, words.forms.front(), Reach::all, kMaxNearWords, database_)) {
      found.others.push_back({.forms = {std::move(near.form)},
                              .reason = fmt::format("{} edit{}", near.edits, near.edits == 1 ? "" : "s"),
                              .share = kOtherShare / static_cast<double>(near.edits)});
    }
    return with_others(said, words.field, std::move(found));
  }

  [[nodiscard]] Found found_at(const Forms& forms) const {
    Found found;
    if (!adds_meanings_) return found;
    Synonyms::Match match = synonyms_.match(forms);
    found.words = match.words;
    for (Forms& other : match.others)
      found.others.push_back({.forms = std::move(other), .reason = "synonym"});
    const std::vector<Meaning> acronyms = long_forms_at(forms, database_);
    if (!acronyms.empty() && acronyms.front().long_form.size() > found.words) {
      found = {acronyms.front().long_form.size(), {}};
    }
    for (const Meaning& meaning : acronyms) {
      if (meaning.long_form.size() == found.words)
        add(found, {.forms = {meaning.acronym}, .reason = evidence(meaning.articles)});
    }
    if (found.words > 1) return found;
    for (Meaning& meaning : meanings_of(forms.front(), database_)) {
      found.words = 1;
      add(found, {.forms = std::move(meaning.long_form), .reason = evidence(meaning.articles)});
    }
    return found;
  }

  static void add(Found& found, Other other) {
    const auto known = std::find_if(found.others.begin(), found.others.end(),
                                    [&](const Other& each) { return each.forms == other.forms; });
    if (known == found.others.end() && found.others.size() < kMaxOthers)
      found.others.push_back(std::move(other));
  }

  QueryNode with_others(QueryNode said, WordField field, Found found) {
    AnyOf any;
    Expansion expansion{describe(said), {}};
    const double weight = rarity(said);
    const Span where = said.where;
    any.parts.push_back(std::move(said));
    any.shares.push_back(1);
    for (Other& other : found.others) {
      if (added_ == kMaxAllOthers) break;
      if (!is_there(field, other.forms)) continue;
      ++added_;
      QueryNode node{Words{.forms = std::move(other.forms), .field = field, .quoted = true}, where};
      const double own = rarity(node);
      expansion.others.push_back(fmt::format("{} ({})", describe(node), other.reason));
      any.shares.push_back(other.share * weight / own);
      any.parts.push_back(std::move(node));
    }
    if (any.parts.size() == 1) return std::move(any.parts.front());
    expansions_.push_back(std::move(expansion));
    return {std::move(any), where};
  }

  [[nodiscard]] bool is_there(WordField field, const Forms& forms) const {
    return std::all_of(forms.begin(), forms.end(),
                       [&](const std::string& form) { return database_.has(word_term(field, form)); });
  }

  /// About what a match of it weighs: for each word the logarithm of one in how many articles has it.
  [[nodiscard]] double rarity(const QueryNode& node) const {
    if (const auto* words = std::get_if<Words>(&node.meaning)) {
      double sum = 0;
      for (const std::string& form : words->forms) {
        const double articles = database_.frequency(word_term(words->field, form));
        sum += std::log(1.5 + database_.get_doccount() / (1.0 + articles));
      }
      return sum;
    }
    double sum = 0;
    if (const auto* all = std::get_if<AllOf>(&node.meaning))
      for (const QueryNode& part : all->parts) sum += rarity(part);
    if (const auto* any = std::get_if<AnyOf>(&node.meaning))
      for (const QueryNode& part : any->parts) sum += rarity(part);
    return sum;
  }

  bool adds_meanings_;
  const Synonyms& synonyms_;
  const Snapshot& database_;
  std::size_t added_ = 0;
  std::vector<Expansion> expansions_;
};

}  // namespace

Expanded expanded(const Request& request, const Snapshot& database) {
  Expander expander(request, database);
  QueryNode made = expander(request.query);
  return {std::move(made), expander.take_expansions()};
}

}  // namespace newsline
