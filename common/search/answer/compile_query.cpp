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

using Queries = std::vector<Xapian::Query>;

/// Everything, without weight. Never Query::MatchAll: its reference count is shared by all threads.
Xapian::Query everything() { return Xapian::Query(std::string()); }

Xapian::Query joined(Xapian::Query::op how, const Queries& parts) {
  return parts.size() == 1 ? parts.front() : Xapian::Query(how, parts.begin(), parts.end());
}

Xapian::Query weightless(const Xapian::Query& query) {
  return Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, query, 0.0);
}

/// Whether positions are tested after all else that the node asks for.
bool tests_positions(const QueryNode& node) {
  if (const auto* words = std::get_if<Words>(&node.meaning)) return words->forms.size() > 1;
  if (const auto* all = std::get_if<AllOf>(&node.meaning)) {
    return std::any_of(all->parts.begin(), all->parts.end(), tests_positions);
  }
  if (const auto* any = std::get_if<AnyOf>(&node.meaning)) {
    return !any->shares.empty() && std::any_of(any->parts.begin(), any->parts.end(), tests_positions);
  }
  return std::holds_alternative<Near>(node.meaning);
}

/// The same documents and weights, said as "matches, and is not one that does not match". An OR of three or
/// more within an AND only asks each part whether it matches at one document; if a part tests positions,
/// Xapian's OrPostList::check() may then count its weight for the next document, where nobody has tested
/// (seen in 1.4.22). A part that is an AND_NOT is moved to its next match instead.
Xapian::Query moved_to_matches(const Xapian::Query& query) {
  const Xapian::Query others(Xapian::Query::OP_AND_NOT, weightless(everything()), weightless(query));
  return Xapian::Query(Xapian::Query::OP_AND_NOT, query, others);
}

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

/// Makes the query of a node; one call operator for each meaning.
class Compiler {
 public:
  Compiler(const Xapian::Database& database, const Families& families, bool relaxed, bool within_and = false)
      : database_(database), families_(families), relaxed_(relaxed), within_and_(within_and) {}

  Xapian::Query operator()(const Words& words) const { return words_query(words, families_); }

  Xapian::Query operator()(const Prefix& prefix) const {
    const std::vector<std::string> terms = terms_with_prefix(prefix, database_);
    return Xapian::Query(Xapian::Query::OP_SYNONYM, terms.begin(), terms.end());
  }

  Xapian::Query operator()(const Near& near) const {
    std::vector<std::string> forms;
    for (const Words& words : near.parts) forms.push_back(words.forms.front());
    const auto window = static_cast<std::uint32_t>(near.distance + forms.size() - 1);
    return near_query(near.parts.front().field, forms, window);
  }

  Xapian::Query operator()(const Named& named) const { return weightless(Xapian::Query(name_term(named))); }

  Xapian::Query operator()(const DayRange& range) const {
    if (const auto term = period_term(range)) return weightless(Xapian::Query(*term));
    using std::chrono::sys_days;
    using std::chrono::year_month_day;
    using namespace std::chrono_literals;
    const sys_days first = range.first.value_or(sys_days{std::chrono::year{1} / 1 / 1});
    const sys_days last = range.last.value_or(sys_days{9999y / 12 / 31});
    return values_between(schema::slot::kDay, day_value(first), day_value(last));
  }

  Xapian::Query operator()(const ReadsRange& range) const {
    return values_between(schema::slot::kReads, number_value(range.least.value_or(0)),
                          number_value(range.most.value_or(UINT64_MAX)));
  }

  Xapian::Query operator()(const Everything&) const { return weightless(everything()); }

  Xapian::Query operator()(const AnyOf& any) const {
    Queries alternatives;
    for (std::size_t i = 0; i < any.parts.size(); ++i) {
      Xapian::Query part = alternative(any.parts[i]);
      const double share = any.shares.empty() ? 1.0 : any.shares[i];
      alternatives.push_back(share == 1.0 ? part
                                          : Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, part, share));
    }
    return joined(Xapian::Query::OP_OR, alternatives);
  }

  Xapian::Query operator()(const NoneOf& none) const {
    return Xapian::Query(Xapian::Query::OP_AND_NOT, weightless(everything()), excluded(none));
  }

  Xapian::Query operator()(const AllOf& all) const {
    Sorted sorted = Compiler(database_, families_, relaxed_, true).sort(all.parts);
    if (!sorted.optional.empty()) sorted.wanted.push_back(joined(Xapian::Query::OP_OR, sorted.optional));
    Xapian::Query query = joined_filters(sorted);
    if (sorted.excluded.empty()) return query;
    return Xapian::Query(Xapian::Query::OP_AND_NOT, query, joined(Xapian::Query::OP_OR, sorted.excluded));
  }

  [[nodiscard]] Xapian::Query compiled(const QueryNode& node) const {
    return std::visit(*this, node.meaning);
  }

 private:
  /// The parts of an AllOf by what they do to it.
  struct Sorted {
    Queries optional;  ///< one is enough
    Queries wanted;    ///< required, and weighs
    Queries filters;   ///< required
    Queries excluded;
  };

  [[nodiscard]] Sorted sort(const std::vector<QueryNode>& parts) const {
    Sorted sorted;
    for (const QueryNode& part : parts) {
      if (const auto* none = std::get_if<NoneOf>(&part.meaning)) {
        sorted.excluded.push_back(excluded(*none));
      } else if (relaxed_ && is_text(part)) {
        sorted.optional.push_back(alternative(part));
      } else {
        (weighs(part) ? sorted.wanted : sorted.filters).push_back(compiled(part));
      }
    }
    return sorted;
  }

  static Xapian::Query joined_filters(const Sorted& sorted) {
    if (sorted.filters.empty() && sorted.wanted.empty()) return weightless(everything());
    if (sorted.filters.empty()) return joined(Xapian::Query::OP_AND, sorted.wanted);
    Xapian::Query filters = joined(Xapian::Query::OP_AND, sorted.filters);
    if (sorted.wanted.empty()) return filters;
    return Xapian::Query(Xapian::Query::OP_FILTER, joined(Xapian::Query::OP_AND, sorted.wanted), filters);
  }

  [[nodiscard]] Xapian::Query alternative(const QueryNode& node) const {
    return within_and_ && tests_positions(node) ? moved_to_matches(compiled(node)) : compiled(node);
  }

  [[nodiscard]] Queries compiled(const std::vector<QueryNode>& nodes) const {
    Queries queries;
    for (const QueryNode& node : nodes) queries.push_back(compiled(node));
    return queries;
  }

  /// What is excluded is excluded as it was said, relaxed or not.
  [[nodiscard]] Xapian::Query excluded(const NoneOf& none) const {
    return joined(Xapian::Query::OP_OR, Compiler(database_, families_, false).compiled(none.parts));
  }

  /// Documents whose value lies between these. Both ends are always given: an unknown value is the empty
  /// string, which a range that is open below would take in.
  static Xapian::Query values_between(Xapian::valueno slot, const std::string& first,
                                      const std::string& last) {
    return weightless(Xapian::Query(Xapian::Query::OP_VALUE_RANGE, slot, first, last));
  }

  const Xapian::Database& database_;
  const Families& families_;
  bool relaxed_;
  bool within_and_;
};

}  // namespace

Xapian::Query compile(const QueryNode& node, const Xapian::Database& database, const Families& families,
                      bool relaxed) {
  return Compiler(database, families, relaxed).compiled(node);
}

bool can_relax(const QueryNode& node) {
  if (const auto* any = std::get_if<AnyOf>(&node.meaning)) return any_relaxes(any->parts);
  const auto* all = std::get_if<AllOf>(&node.meaning);
  if (all == nullptr) return false;
  return std::count_if(all->parts.begin(), all->parts.end(), is_text) >= 2 || any_relaxes(all->parts);
}

}  // namespace newsline
