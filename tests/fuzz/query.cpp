// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a question: a tree within the limits or a mistake within the question, soon.
#include <algorithm>
#include <string>
#include <string_view>

#include "common/search/query/parse_query.h"
#include "common/search/query/signs.h"
#include "common/text/utf8.h"
#include "tests/fuzz/target.h"
#include "tests/support/cpu_limit.h"

namespace {

using namespace newsline;
using newsline::fuzz::hold;

/// Far above what 4 KiB of question cost, and far below what anyone waits for.
constexpr double kMaxSeconds = 0.5;

bool has_quote(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); at += glyph_at(text, at).bytes) {
    const Sign sign = glyph_at(text, at).sign;
    if (sign == Sign::quote || sign == Sign::opening_quote) return true;
  }
  return false;
}

/// What a tree costs, and whether each part stands within the question.
struct Census {
  std::size_t question_bytes = 0;
  std::size_t leaves = 0;
  std::size_t depth = 0;
  std::size_t deepest = 0;

  void visit(const QueryNode& node) {
    hold(node.where.begin <= node.where.end && node.where.end <= question_bytes,
         "a part lies in the question");
    deepest = std::max(deepest, ++depth);
    std::visit(*this, node.meaning);
    --depth;
  }

  void operator()(const Words& words) {
    hold(!words.forms.empty() && words.forms.size() <= kMaxPhraseForms, "words have forms, not too many");
    for (const std::string& form : words.forms) hold(!form.empty(), "no form is empty");
    hold(words.repeats > 0, "a word is said");
    leaves += words.forms.size();
  }
  void operator()(const Prefix& prefix) {
    hold(!prefix.stem.empty(), "a prefix has letters");
    ++leaves;
  }
  void operator()(const Near& near) {
    hold(near.parts.size() >= 2, "NEAR has two words");
    hold(near.distance >= 1 && near.distance <= kMaxNearDistance, "the distance of NEAR is allowed");
    for (const Words& part : near.parts) {
      hold(part.forms.size() == 1, "NEAR joins single words");
      (*this)(part);
    }
  }
  void operator()(const Named& named) {
    hold(!named.name.empty() && is_valid_utf8(named.name), "a name is text");
    ++leaves;
  }
  void operator()(const DayRange& days) {
    hold(days.first || days.last, "a range of days has an end");
    hold(!days.first || !days.last || *days.first <= *days.last, "a range of days ascends");
    ++leaves;
  }
  void operator()(const ReadsRange& reads) {
    hold(reads.least || reads.most, "a range of reads has an end");
    hold(!reads.least || !reads.most || *reads.least <= *reads.most, "a range of reads ascends");
    ++leaves;
  }
  void operator()(const Everything& /*all*/) { ++leaves; }
  void operator()(const AllOf& all) { parts(all.parts); }
  void operator()(const AnyOf& any) { parts(any.parts); }
  void operator()(const NoneOf& none) { parts(none.parts); }

  void parts(const std::vector<QueryNode>& nodes) {
    hold(!nodes.empty(), "a group has parts");
    for (const QueryNode& node : nodes) visit(node);
  }
};

void check_tree(const QueryNode& tree, std::size_t question_bytes, std::size_t max_depth) {
  Census census{question_bytes};
  census.visit(tree);
  hold(census.leaves >= 1 && census.leaves <= kMaxQueryLeaves, "the leaves are within the limit");
  hold(census.deepest <= max_depth, "the depth is within the limit");
  const std::string line = describe(tree);
  hold(!line.empty() && is_valid_utf8(line), "a tree has a line of text");
  hold(line.find('\n') == std::string::npos, "a tree is one line");
}

std::string described(std::string_view question, const ParseOptions& options) {
  const auto read = parse_query(question, options);
  const auto* const tree = std::get_if<QueryNode>(&read);
  return tree == nullptr ? "refused: " + std::get<Mistake>(read).message : describe(*tree);
}

/// A name, a range or everything is a question as it is described, and asks for the same.
void check_reads_back(const QueryNode& tree, const ParseOptions& options) {
  const auto* const name = std::get_if<Named>(&tree.meaning);
  if (name != nullptr && has_quote(name->name)) return;  // there is no way to write it
  const bool range =
      std::holds_alternative<DayRange>(tree.meaning) || std::holds_alternative<ReadsRange>(tree.meaning);
  if (name == nullptr && !range && !std::holds_alternative<Everything>(tree.meaning)) return;
  const std::string line = describe(tree);
  // Folding may make a name longer than a question can be.
  hold(line.size() > kMaxQueryBytes || described(line, options) == line, "what is described reads back");
}

void check_mistake(const Mistake& mistake, std::string_view question) {
  hold(!mistake.message.empty() && is_valid_utf8(mistake.message), "a mistake has a message");
  hold(mistake.where.begin <= mistake.where.end && mistake.where.end <= question.size(),
       "a mistake lies in the question");
  const std::string pointed = point_at(question, mistake.where);
  const std::size_t line_end = pointed.find('\n');
  hold(is_valid_utf8(pointed) && line_end != std::string::npos,
       "the question is shown over a line of carets");
  hold(pointed.find_first_not_of(" ^", line_end + 1) == std::string::npos, "below it stand only carets");
  hold(pointed.ends_with('^'), "a caret points at the mistake");
}

void check(const std::variant<QueryNode, Mistake>& read, std::string_view question, std::size_t max_depth) {
  if (const auto* const tree = std::get_if<QueryNode>(&read)) {
    check_tree(*tree, question.size(), max_depth);
  } else {
    check_mistake(std::get<Mistake>(read), question);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view question{reinterpret_cast<const char*>(bytes), size};
  const newsline::test::CpuLimit limit(kMaxSeconds);
  for (const MatchMode match : {MatchMode::all, MatchMode::any}) {
    const ParseOptions options{match, std::chrono::sys_days{std::chrono::year{2024} / 3 / 12}};
    // A level of brackets or NOT is at most a choice of groups of chains of negations.
    const auto read = parse_query(question, options);
    check(read, question, 4 * (kMaxQueryDepth + 1));
    if (const auto* const tree = std::get_if<QueryNode>(&read)) check_reads_back(*tree, options);
    check(plain_query(question, options), question, 2);
  }
  hold(limit.holds(), "a question is read soon");
  return 0;
}
