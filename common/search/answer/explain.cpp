// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/answer/explain.h"

#include <fmt/format.h>

#include <set>
#include <utility>
#include <vector>

#include "common/search/answer/compile_query.h"
#include "common/search/answer/terms.h"
#include "common/search/count/filter.h"
#include "common/search/expand/expand.h"
#include "common/search/family/expand.h"
#include "common/search/spelling/correct.h"

namespace newsline {
namespace {

constexpr std::size_t kShownExpansions = 10;

std::string field_label(WordField field) { return field == WordField::title ? "title:" : ""; }

/// Walks a tree and writes a line for each thing that is looked up, once each.
class Lookups {
 public:
  explicit Lookups(const Snapshot& database) : database_(database) {}

  void operator()(const Words& words) {
    for (const std::string& form : words.forms) {
      count("word", field_label(words.field) + form, word_term(words.field, form));
    }
  }

  void operator()(const Prefix& prefix) {
    const std::vector<std::string> terms = terms_with_prefix(prefix, database_);
    std::string shown;
    for (std::size_t i = 0; i < terms.size() && i < kShownExpansions; ++i) {
      shown += (i == 0 ? ": " : ", ") + std::string(word_of_term(prefix.field, terms[i]));
    }
    if (terms.size() > kShownExpansions) shown += ", ...";
    line(fmt::format("prefix {}{}*: {} words{}\n", field_label(prefix.field), prefix.stem, terms.size(),
                     shown));
  }

  void operator()(const Near& near) {
    for (const Words& words : near.parts) (*this)(words);
  }

  void operator()(const Named& named) {
    QueryNode node;
    node.meaning = named;
    count("name", describe(node), name_term(named));
  }

  void operator()(const DayRange&) {}
  void operator()(const ReadsRange&) {}
  void operator()(const Everything&) {}
  void operator()(const AllOf& all) { each(all.parts); }
  void operator()(const AnyOf& any) { each(any.parts); }
  void operator()(const NoneOf& none) { each(none.parts); }

  void each(const std::vector<QueryNode>& nodes) {
    for (const QueryNode& node : nodes) std::visit(*this, node.meaning);
  }

  [[nodiscard]] const std::string& lines() const { return lines_; }

 private:
  void count(std::string_view kind, std::string_view name, const std::string& term) {
    line(fmt::format("{} {}: {} articles\n", kind, name, database_.frequency(term)));
  }

  void line(const std::string& text) {
    if (said_.insert(text).second) lines_ += text;
  }

  const Snapshot& database_;
  std::set<std::string> said_;
  std::string lines_;
};

}  // namespace

std::string explain(const Request& asked, const Snapshot& database) {
  std::string lines = fmt::format("question tree: {}\n", describe(filtered(asked)));
  Request request = asked;
  Expanded made = expanded(asked, database);
  request.query = std::move(made.query);
  for (const Expansion& each : made.expansions)
    lines += fmt::format("expansion: {} → {}\n", each.said, fmt::join(each.others, ", "));
  const QueryNode query = filtered(request);
  const Families families = families_of(query, database, request.matching);
  lines += fmt::format("plan: {}\n", describe(compile(query, database, families, false)));
  if (request.relax && can_relax(query)) {
    lines +=
        fmt::format("if nothing has all words: {}\n", describe(compile(query, database, families, true)));
  }
  if (request.mix.half_life) {
    lines += fmt::format("score: times 1 + 2^(-days before {} / {})\n", iso8601(request.mix.today),
                         request.mix.half_life->count());
  }
  if (request.mix.reads) lines += "score: times 1 + log10(1 + reads) / 10\n";
  Lookups lookups(database);
  lookups.each({query});
  lines += lookups.lines();
  for (const auto& [form, family] : families) lines += fmt::format("family {}\n", describe(form, family));
  if (!asked.correct) return lines;
  if (const auto other = corrected(asked, database)) {
    lines += fmt::format("if nothing matches: {}\n", describe(other->query));
  }
  return lines;
}

}  // namespace newsline
