// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/query/parse_query.h"

#include <fmt/format.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/search/query/cursor.h"
#include "common/search/query/elements.h"
#include "common/search/query/function_words.h"
#include "common/search/query/join_nodes.h"
#include "common/search/query/signs.h"
#include "common/text/utf8.h"

namespace newsline {
namespace {

using Nodes = std::vector<QueryNode>;
using Kind = LexemeKind;

bool is_operator(Kind kind) {
  return kind == Kind::op_and || kind == Kind::op_or || kind == Kind::op_not || kind == Kind::near;
}

bool begins_element(Kind kind) {
  return kind == Kind::op_not || (!is_operator(kind) && kind != Kind::close && kind != Kind::end);
}

std::string operator_hint(const Lexeme& lexeme) {
  const std::string what = lexeme.kind == Kind::op_not ? "a word behind it" : "words on both sides";
  return fmt::format("write {}, or put it in quotes if it is meant as a word", what);
}

/// Recursive descent, loosest operator first. A function that gives nothing has left a mistake.
class QueryParser {
 public:
  QueryParser(std::vector<Lexeme> lexemes, const ParseOptions& options)
      : cursor_(std::move(lexemes)), elements_(cursor_, options), match_(options.match) {}

  std::variant<QueryNode, Mistake> run() {
    if (cursor_.here().kind == Kind::end) {
      return Mistake{"the question is empty", "write * for everything", cursor_.here().where};
    }
    Parsed node = any_of();
    if (node && cursor_.here().kind == Kind::close) not_opened();
    if (cursor_.mistake()) return *cursor_.mistake();
    return *std::move(node);
  }

 private:
  /// a OR b
  Parsed any_of() {
    Nodes parts;
    do {
      Parsed part = side_by_side();
      if (!part) return std::nullopt;
      parts.push_back(*std::move(part));
    } while (cursor_.take_if(Kind::op_or));
    return joined<AnyOf>(std::move(parts));
  }

  /// a b
  Parsed side_by_side() {
    const bool all = match_ == MatchMode::all;
    Nodes parts;
    do {
      Nodes chain = and_chain();
      if (chain.empty()) return std::nullopt;
      if (!all) {
        parts.push_back(joined<AllOf>(std::move(chain)));
      } else {
        for (QueryNode& part : chain) parts.push_back(std::move(part));
      }
      skip_dash_between_words();
    } while (begins_element(cursor_.here().kind));
    return all ? joined<AllOf>(std::move(parts)) : loosely_joined(std::move(parts));
  }

  /// `Armenia – the suspension`: punctuation. A single ASCII minus may be meant to exclude, with a blank too
  /// many, and stays for primary() to refuse.
  void skip_dash_between_words() {
    if (cursor_.here().kind != Kind::dash || cursor_.here().text == "-") return;
    const Kind behind = cursor_.after().kind;
    if (begins_element(behind) && behind != Kind::dash) cursor_.take();
  }

  /// a AND b; empty after a mistake.
  Nodes and_chain() {
    Nodes parts;
    do {
      Parsed part = near_chain();
      if (!part) return {};
      parts.push_back(*std::move(part));
    } while (cursor_.take_if(Kind::op_and));
    return parts;
  }

  /// a NEAR/5 b
  Parsed near_chain() {
    Parsed part = negation();
    if (!part || cursor_.here().kind != Kind::near) return part;
    const Lexeme& near = cursor_.here();
    const std::size_t begin = part->where.begin;
    Near made{.parts = {}, .distance = near.distance};
    if (!add_near_part(*part, near, made)) return std::nullopt;
    while (cursor_.here().kind == Kind::near) {
      const Lexeme& link = cursor_.take();
      if (link.distance != made.distance) {
        return cursor_.fail(link.where, "one chain of NEAR has two distances",
                            "write the same distance everywhere");
      }
      if (cursor_.here().kind == Kind::word && cursor_.here().text.starts_with('/')) {
        return cursor_.fail(cursor_.here().where, "a blank stands within NEAR",
                            "write NEAR/5 without blanks");
      }
      part = negation();
      if (!part || !add_near_part(*part, link, made)) return std::nullopt;
    }
    return QueryNode{std::move(made), {begin, part->where.end}};
  }

  bool add_near_part(const QueryNode& part, const Lexeme& near, Near& made) {
    const auto* const words = std::get_if<Words>(&part.meaning);
    if (words == nullptr || words->forms.size() != 1 || words->near_spelling) {
      cursor_.fail(part.where, fmt::format("{} stands beside something that is not a single word", near.text),
                   "write it between words: prime NEAR/5 minister");
      return false;
    }
    if (!made.parts.empty() && made.parts.front().field != words->field) {
      cursor_.fail(part.where, fmt::format("{} joins a word of the title with a word of the text", near.text),
                   "write title:(prime NEAR/5 minister)");
      return false;
    }
    made.parts.push_back(*words);
    return true;
  }

  /// NOT a, -a
  Parsed negation() {
    if (cursor_.here().kind != Kind::op_not && cursor_.here().kind != Kind::minus) return primary();
    const Lexeme& sign = cursor_.take();
    if (!cursor_.enter(sign.where)) return std::nullopt;
    Parsed part = negation();
    cursor_.leave();
    if (!part) return std::nullopt;
    const Span where{sign.where.begin, part->where.end};
    NoneOf none;
    none.parts.push_back(*std::move(part));
    return QueryNode{std::move(none), where};
  }

  Parsed primary() {
    const Lexeme& lexeme = cursor_.here();
    if (lexeme.kind == Kind::open) return group();
    if (lexeme.kind == Kind::dash) {
      return cursor_.fail(lexeme.where, "a dash stands alone",
                          "write -word to exclude a word, or leave the dash out");
    }
    if (!begins_element(lexeme.kind) || lexeme.kind == Kind::op_not) return missing();
    const bool title =
        lexeme.kind == Kind::field && lexeme.field == Field::title && field_ == WordField::text;
    if (title && cursor_.after().kind == Kind::open && cursor_.after().glued) return title_group();
    return elements_.element(field_);
  }

  /// (a b)
  Parsed group() {
    const Span open = cursor_.take().where;
    if (!cursor_.enter(open)) return std::nullopt;
    Parsed node = any_of();
    cursor_.leave();
    if (!node) return std::nullopt;
    if (cursor_.here().kind != Kind::close) return not_closed(open);
    node->where = {open.begin, cursor_.take().where.end};
    return node;
  }

  /// title:(a b)
  Parsed title_group() {
    const Span sign = cursor_.take().where;
    field_ = WordField::title;
    Parsed node = group();
    field_ = WordField::text;
    if (node) node->where.begin = sign.begin;
    return node;
  }

  std::nullopt_t not_opened() {
    return cursor_.fail(cursor_.here().where, "a bracket closes that was not opened",
                        "write ( where the group begins, or put it in quotes");
  }

  std::nullopt_t not_closed(Span open) {
    return cursor_.fail(open, "the bracket is not closed", "write ) where the group ends");
  }

  /// What is wrong where an element should begin and none does.
  std::nullopt_t missing() {
    const Lexeme& here = cursor_.here();
    const bool first = cursor_.at_start();
    if (!first && is_operator(cursor_.before().kind)) {
      const Lexeme& lexeme = cursor_.before();
      return cursor_.fail(lexeme.where, fmt::format("nothing stands behind {}", lexeme.text),
                          operator_hint(lexeme));
    }
    if (is_operator(here.kind)) {
      return cursor_.fail(here.where, fmt::format("nothing stands before {}", here.text),
                          operator_hint(here));
    }
    if (first) return not_opened();
    const Span open = cursor_.before().where;
    if (here.kind != Kind::close) return not_closed(open);
    return cursor_.fail({open.begin, here.where.end}, "the brackets are empty", "write words between them");
  }

  QueryCursor cursor_;
  ElementReader elements_;
  MatchMode match_;
  WordField field_ = WordField::text;
};

/// What keeps a question from being read at all.
std::optional<Mistake> unreadable(std::string_view question) {
  if (question.size() > kMaxQueryBytes) {
    const Span where{utf8_floor(question, kMaxQueryBytes), question.size()};
    return Mistake{fmt::format("the question has {} bytes; {} are allowed", question.size(), kMaxQueryBytes),
                   "ask for less, or give a long text as plain words", where};
  }
  if (!is_valid_utf8(question)) {
    return Mistake{"the question is not UTF-8 text", "set the terminal to UTF-8", {0, question.size()}};
  }
  for (std::size_t at = 0; at < question.size();) {
    const Glyph glyph = glyph_at(question, at);
    if (glyph.sign == Sign::control) {
      return Mistake{"a control character stands in the question", "leave it out", {at, at + glyph.bytes}};
    }
    at += glyph.bytes;
  }
  return std::nullopt;
}

}  // namespace

std::variant<QueryNode, Mistake> parse_query(std::string_view question, const ParseOptions& options) {
  if (auto mistake = unreadable(question)) return *std::move(mistake);
  auto lexed = lexemes_of(question);
  if (auto* const mistake = std::get_if<Mistake>(&lexed)) return std::move(*mistake);
  auto parsed = QueryParser{std::get<std::vector<Lexeme>>(std::move(lexed)), options}.run();
  if (auto* const query = std::get_if<QueryNode>(&parsed)) mark_function_words(*query);
  return parsed;
}

}  // namespace newsline
