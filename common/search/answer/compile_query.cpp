// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/answer/compile_query.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "common/index/document/terms.h"
#include "common/index/document/values.h"
#include "common/index/schema.h"
#include "common/search/answer/phrase.h"
#include "common/search/answer/terms.h"
#include "common/search/family/word_query.h"
#include "common/search/query/parse_query.h"

namespace newsline {
namespace {

using Plans = std::vector<Plan>;

bool is_text(const QueryNode& node) {
  if (const auto* any = std::get_if<AnyOf>(&node.meaning)) return !any->shares.empty();
  return std::holds_alternative<Words>(node.meaning) || std::holds_alternative<Prefix>(node.meaning) ||
         std::holds_alternative<Near>(node.meaning);
}

template <typename Parts>
bool any_weighs(const Parts& parts);

/// Whether a match of this says how good it is: there is text in it that is not excluded.
bool weighs(const QueryNode& node) {
  if (const auto* all = std::get_if<AllOf>(&node.meaning)) return any_weighs(all->parts);
  if (const auto* any = std::get_if<AnyOf>(&node.meaning)) return any_weighs(any->parts);
  return is_text(node);
}

template <typename Parts>
bool any_weighs(const Parts& parts) {
  return std::any_of(parts.begin(), parts.end(), weighs);
}

template <typename Parts>
bool any_relaxes(const Parts& parts) {
  return std::any_of(parts.begin(), parts.end(), can_relax);
}

static_assert(kMaxNearDistance < schema::kFieldGap, "NEAR never reaches from a title into its body");

/// Makes the plan of a node; one call operator for each meaning.
class Compiler {
 public:
  Compiler(const Snapshot& database, const Families& families, bool relaxed)
      : database_(database), families_(families), relaxed_(relaxed) {}

  Plan operator()(const Words& words) const { return words_plan(words, families_); }

  Plan operator()(const Prefix& prefix) const { return synonym(terms_with_prefix(prefix, database_)); }

  Plan operator()(const Near& near) const {
    std::vector<std::string> forms;
    for (const Words& words : near.parts) forms.push_back(words.forms.front());
    const auto window = static_cast<std::uint32_t>(near.distance + forms.size() - 1);
    return near_plan(near.parts.front().field, forms, window);
  }

  Plan operator()(const Named& named) const { return weightless(term(name_term(named))); }

  Plan operator()(const DayRange& range) const {
    if (const auto period = period_term(range)) return weightless(term(*period));
    using std::chrono::sys_days;
    using std::chrono::year_month_day;
    using namespace std::chrono_literals;
    const sys_days first = range.first.value_or(sys_days{std::chrono::year{1} / 1 / 1});
    const sys_days last = range.last.value_or(sys_days{9999y / 12 / 31});
    return value_range(schema::slot::kDay, day_value(first), day_value(last));
  }

  Plan operator()(const ReadsRange& range) const {
    return value_range(schema::slot::kReads, number_value(range.least.value_or(0)),
                       number_value(range.most.value_or(UINT64_MAX)));
  }

  Plan operator()(const Everything&) const { return everything(); }

  Plan operator()(const AnyOf& any) const {
    Plans alternatives;
    for (std::size_t i = 0; i < any.parts.size(); ++i) {
      const double share = any.shares.empty() ? 1.0 : any.shares[i];
      alternatives.push_back(scaled(compiled(any.parts[i]), share));
    }
    return any_of(std::move(alternatives));
  }

  Plan operator()(const NoneOf& none) const { return but_not(everything(), excluded(none)); }

  Plan operator()(const AllOf& all) const {
    Sorted sorted = sort(all.parts);
    if (!sorted.optional.empty()) sorted.wanted.push_back(any_of(std::move(sorted.optional)));
    Plans excluded = std::move(sorted.excluded);
    Plan plan = joined_filters(std::move(sorted));
    if (excluded.empty()) return plan;
    return but_not(std::move(plan), any_of(std::move(excluded)));
  }

  [[nodiscard]] Plan compiled(const QueryNode& node) const { return std::visit(*this, node.meaning); }

 private:
  /// The parts of an AllOf by what they do to it.
  struct Sorted {
    Plans optional;  ///< one is enough
    Plans wanted;    ///< required, and weighs
    Plans filters;   ///< required
    Plans excluded;
  };

  [[nodiscard]] Sorted sort(const std::vector<QueryNode>& parts) const {
    Sorted sorted;
    for (const QueryNode& part : parts) {
      if (const auto* none = std::get_if<NoneOf>(&part.meaning)) {
        sorted.excluded.push_back(excluded(*none));
      } else if (relaxed_ && is_text(part)) {
        sorted.optional.push_back(compiled(part));
      } else {
        (weighs(part) ? sorted.wanted : sorted.filters).push_back(compiled(part));
      }
    }
    return sorted;
  }

  static Plan joined_filters(Sorted sorted) {
    if (sorted.filters.empty() && sorted.wanted.empty()) return everything();
    if (sorted.filters.empty()) return all_of(std::move(sorted.wanted));
    Plan filters = all_of(std::move(sorted.filters));
    if (sorted.wanted.empty()) return filters;
    return filtered(all_of(std::move(sorted.wanted)), std::move(filters));
  }

  [[nodiscard]] Plans compiled(const std::vector<QueryNode>& nodes) const {
    Plans plans;
    for (const QueryNode& node : nodes) plans.push_back(compiled(node));
    return plans;
  }

  /// What is excluded is excluded as it was said, relaxed or not.
  [[nodiscard]] Plan excluded(const NoneOf& none) const {
    return any_of(Compiler(database_, families_, false).compiled(none.parts));
  }

  const Snapshot& database_;
  const Families& families_;
  bool relaxed_;
};

}  // namespace

Plan compile(const QueryNode& node, const Snapshot& database, const Families& families, bool relaxed) {
  return Compiler(database, families, relaxed).compiled(node);
}

bool can_relax(const QueryNode& node) {
  if (const auto* any = std::get_if<AnyOf>(&node.meaning)) return any_relaxes(any->parts);
  const auto* all = std::get_if<AllOf>(&node.meaning);
  if (all == nullptr) return false;
  return std::count_if(all->parts.begin(), all->parts.end(), is_text) >= 2 || any_relaxes(all->parts);
}

}  // namespace newsline
