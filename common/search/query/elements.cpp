// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/query/elements.h"

#include <fmt/format.h>

#include "common/search/query/fields.h"
#include "common/search/query/signs.h"
#include "common/search/query/words.h"
#include "common/text/utf8.h"

namespace newsline {
namespace {

using Kind = LexemeKind;

std::optional<NameField> name_field(Field field) {
  switch (field) {
    case Field::tag:
      return NameField::tag;
    case Field::author:
      return NameField::author;
    case Field::source:
      return NameField::source;
    case Field::lang:
      return NameField::language;
    case Field::section:
      return NameField::section;
    case Field::id:
      return NameField::id;
    default:
      return std::nullopt;
  }
}

bool begins_with(std::string_view text, Sign sign) { return !text.empty() && glyph_at(text, 0).sign == sign; }

bool ends_with(std::string_view text, Sign sign) {
  return !text.empty() && glyph_at(text, utf8_floor(text, text.size() - 1)).sign == sign;
}

bool has_comma(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); at += glyph_at(text, at).bytes) {
    if (separates(text, at)) return true;
  }
  return false;
}

/// Whether the text begins with the name of a field and a colon.
bool begins_with_field(std::string_view text) {
  const std::size_t colon = text.find(':');
  return colon != std::string_view::npos && field_named(text.substr(0, colon)).has_value();
}

}  // namespace

Parsed ElementReader::element(WordField field) {
  switch (cursor_.here().kind) {
    case Kind::phrase: {
      const Lexeme& lexeme = cursor_.take();
      return cursor_.leaf(phrase(lexeme.text, lexeme.where, field, tokenizer_), lexeme.where);
    }
    case Kind::equals:
      return exact(field);
    case Kind::word:
      return bare(field);
    default:
      return filter(field);
  }
}

Parsed ElementReader::bare(WordField field) {
  const bool touches_before = cursor_.here().glued && !cursor_.at_start() &&
                              (cursor_.before().kind == Kind::phrase || cursor_.before().kind == Kind::close);
  const Lexeme& lexeme = cursor_.take();
  Parsed node = cursor_.leaf(bare_word(lexeme.text, lexeme.where, field, tokenizer_), lexeme.where);
  if (!node || !std::holds_alternative<Everything>(node->meaning)) return node;
  if (touches_before || cursor_.touches_next()) {
    return cursor_.fail(lexeme.where, "* touches a phrase or a bracket",
                        "* ends a word, or stands alone for everything");
  }
  if (field == WordField::title) {
    return cursor_.fail(lexeme.where, "* stands for every article, not for titles", "leave title: out");
  }
  return node;
}

std::nullopt_t ElementReader::no_value(const Lexeme& sign) {
  const Lexeme& lexeme = cursor_.here();
  if (lexeme.kind == Kind::open && lexeme.glued) {
    return cursor_.fail(lexeme.where, fmt::format("a bracket stands behind {}", shown(sign.text)),
                        "only title: takes brackets; write (tag:armenia OR tag:georgia)");
  }
  return cursor_.fail({sign.where.end, sign.where.end},
                      fmt::format("nothing stands directly behind {}", shown(sign.text)),
                      "write what is meant there, without a blank between");
}

/// The word or phrase directly behind a sign; nullptr, and a mistake, if there is none.
const Lexeme* ElementReader::value(const Lexeme& sign) {
  const Lexeme& lexeme = cursor_.here();
  const bool fits = (lexeme.kind == Kind::word || lexeme.kind == Kind::phrase) && lexeme.glued;
  if (fits) return &cursor_.take();
  no_value(sign);
  return nullptr;
}

Parsed ElementReader::exact(WordField field) {
  const Lexeme& sign = cursor_.take();
  const Lexeme* const word = value(sign);
  if (word == nullptr) return std::nullopt;
  if (word->kind == Kind::word && has_comma(word->text)) {
    return cursor_.fail(word->where, "a comma stands in the word", "write =a =b, with a blank between");
  }
  const auto& make = word->kind == Kind::phrase ? phrase : exact_word;
  return cursor_.leaf(make(word->text, word->where, field, tokenizer_), {sign.where.begin, word->where.end});
}

Parsed ElementReader::filter(WordField field) {
  const Lexeme& sign = cursor_.take();
  if (field == WordField::title) {
    return cursor_.fail(sign.where, "a field stands within title:( )", "close the bracket before it");
  }
  const Lexeme* const content = value(sign);
  if (content == nullptr) return std::nullopt;
  if (sign.kind == Kind::hash) return name(NameField::tag, sign, *content);
  if (const auto named = name_field(sign.field)) return name(*named, sign, *content);
  if (sign.field == Field::title) return title(sign, *content);
  if (sign.field == Field::reads)
    return delimited(reads_filter(content->text, content->where), sign, *content);
  return delimited(date_filter(sign.field, content->text, content->where, today_), sign, *content);
}

Parsed ElementReader::title(const Lexeme& sign, const Lexeme& content) {
  const Span where{sign.where.begin, content.where.end};
  std::string_view text = content.text;
  if (content.kind == Kind::phrase) {
    return cursor_.leaf(phrase(text, content.where, WordField::title, tokenizer_), where);
  }
  if (begins_with(text, Sign::dash)) {
    return cursor_.fail(content.where, "a minus sign stands behind title:", "write -title:word");
  }
  if (begins_with(text, Sign::hash) || begins_with_field(text)) {
    return cursor_.fail(content.where,
                        "a field stands behind title:", "write one of them, or put it in quotes");
  }
  if (begins_with(text, Sign::star)) {
    return cursor_.fail(content.where, "* has no letters before it",
                        "write title:armen* for words that begin so");
  }
  if (has_comma(text)) {
    return cursor_.fail(content.where, "a comma stands behind title:", "write title:(a b) for two words");
  }
  const bool equals = begins_with(text, Sign::equals);
  if (equals) text.remove_prefix(glyph_at(text, 0).bytes);
  if (equals && text.empty()) return no_value(sign);
  const auto& make = equals ? exact_word : bare_word;
  return cursor_.leaf(make(text, content.where, WordField::title, tokenizer_), where);
}

Parsed ElementReader::name(NameField field, const Lexeme& sign, const Lexeme& content) {
  const bool bare = content.kind == Kind::word;
  if (bare && begins_with(content.text, Sign::dash)) {
    return cursor_.fail(content.where, fmt::format("a minus sign stands behind {}", shown(sign.text)),
                        fmt::format("write it before, as in -{}name, or put the name in quotes", sign.text));
  }
  if (bare && field != NameField::id && has_comma(content.text)) {
    return cursor_.fail(content.where, "a comma stands in the name",
                        fmt::format("write {0}a {0}b for two names, or put one name in quotes", sign.text));
  }
  if (bare && ends_with(content.text, Sign::star)) {
    return cursor_.fail(content.where, "names are compared whole, and * leaves the end open",
                        "write the whole name, or put it in quotes if the * belongs to it");
  }
  return delimited(name_filter(field, content.text, content.where), sign, content);
}

/// A value must end where it seems to end: in `tag:a(b)` it may not.
Parsed ElementReader::delimited(std::variant<QueryNode, Mistake> made, const Lexeme& sign,
                                const Lexeme& content) {
  if (cursor_.touches_next()) {
    return cursor_.fail(cursor_.here().where,
                        fmt::format("a blank is missing behind {}", shown(content.text)),
                        "put all that belongs together in quotes");
  }
  const Lexeme& behind = cursor_.here();
  if (content.text.ends_with("..") && behind.kind == Kind::word && behind.text.front() >= '0' &&
      behind.text.front() <= '9') {
    return cursor_.fail(
        {content.where.end, behind.where.begin}, "a blank stands in the range",
        fmt::format("write {}{}{}, or put the number in quotes", sign.text, content.text, behind.text));
  }
  return cursor_.leaf(std::move(made), {sign.where.begin, content.where.end});
}

}  // namespace newsline
