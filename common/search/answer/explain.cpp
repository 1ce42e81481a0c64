// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/answer/explain.h"

#include <fmt/format.h>

#include <set>
#include <vector>

#include "common/search/answer/compile_query.h"
#include "common/search/answer/terms.h"
#include "common/search/count/filter.h"

namespace newsline {
namespace {

constexpr std::size_t kShownExpansions = 10;

std::string field_label(WordField field) { return field == WordField::title ? "title:" : ""; }

/// Walks a tree and writes a line for each thing that is looked up, once each.
class Lookups {
 public:
  explicit Lookups(const Xapian::Database& database) : database_(database) {}

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
    line(fmt::format("{} {}: {} articles\n", kind, name, database_.get_termfreq(term)));
  }

  void line(const std::string& text) {
    if (said_.insert(text).second) lines_ += text;
  }

  const Xapian::Database& database_;
  std::set<std::string> said_;
  std::string lines_;
};

}  // namespace

std::string explain(const Request& request, const Xapian::Database& database) {
  const QueryNode query = filtered(request);
  std::string lines = fmt::format("question tree: {}\n", describe(query));
  lines += fmt::format("xapian query: {}\n", compile(query, database, false).get_description());
  if (request.relax && can_relax(query)) {
    lines += fmt::format("if nothing has all words: {}\n", compile(query, database, true).get_description());
  }
  Lookups lookups(database);
  lookups.each({query});
  return lines + lookups.lines();
}

}  // namespace newsline
