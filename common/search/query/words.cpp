// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/query/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "common/search/query/fields.h"
#include "common/search/query/signs.h"

namespace newsline {
namespace {

using Made = std::variant<QueryNode, Mistake>;

bool is_ascii_alnum(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
}

bool is_ascii_digit(char byte) { return byte >= '0' && byte <= '9'; }

/// A letter or digit of any script, as far as one byte tells.
bool is_wordlike(char byte) { return is_ascii_alnum(byte) || static_cast<unsigned char>(byte) >= 0x80; }

/// `?` between letters.
bool has_inner_question_mark(std::string_view text) {
  for (std::size_t at = text.find('?'); at != std::string_view::npos; at = text.find('?', at + 1)) {
    if (at > 0 && at + 1 < text.size() && is_wordlike(text[at - 1]) && is_wordlike(text[at + 1])) return true;
  }
  return false;
}

/// `sign` with nothing or only digits behind it.
bool ends_with_number_behind(std::string_view text, char sign) {
  const std::size_t at = text.rfind(sign);
  return at != std::string_view::npos && std::ranges::all_of(text.substr(at + 1), is_ascii_digit);
}

/// `reads>100`, `tag=x`: the colon was forgotten.
bool is_comparison(std::string_view text) {
  const std::size_t sign = text.find_first_of("<>=");
  return sign != std::string_view::npos && field_named(text.substr(0, sign)).has_value();
}

/// `2024-03..2024-05`
bool is_range(std::string_view text) {
  const std::size_t dots = text.find("..");
  const bool between = dots != std::string_view::npos && dots > 0 && dots + 2 < text.size();
  return between && text.find_first_not_of("0123456789-.") == std::string_view::npos;
}

struct Advice {
  std::string_view message;
  std::string_view hint;
};

/// Signs of other query languages.
std::optional<Advice> foreign_sign(std::string_view text) {
  if (text.starts_with("..") && text.find_first_not_of('.') == std::string_view::npos) {
    return Advice{"full stops stand alone",
                  "leave them out, or write a range without blanks: date:2024-03..2024-05"};
  }
  if (text.starts_with("..") && is_ascii_digit(text[2])) {
    return Advice{"a range has no beginning", "write it without blanks: date:2024-03..2024-05"};
  }
  if (is_range(text)) {
    return Advice{"a range stands without a field", "write date:2024-03..2024-05 or reads:100..500"};
  }
  if (text.find('|') != std::string_view::npos) return Advice{"\"|\" is not an operator", "write OR"};
  if (text.find("&&") != std::string_view::npos) {
    return Advice{"\"&&\" is not an operator", "write AND, or nothing: all words are required"};
  }
  const bool word_behind = text.size() > 1 && is_wordlike(text[1]) && !is_ascii_digit(text[1]);
  if (text.front() == '!' && word_behind) {
    return Advice{"\"!\" is not an operator", "write -word or NOT word to exclude a word"};
  }
  if (text.front() == '+' && word_behind) {
    return Advice{"\"+\" is not an operator", "leave it out, or write AND between words that are required"};
  }
  if (ends_with_number_behind(text, '~') && !text.ends_with('~')) {
    return Advice{"a number stands behind \"~\"", "write word~ for words that are spelled about so"};
  }
  if (ends_with_number_behind(text, '^') && text.size() > 1) {
    return Advice{"\"^\" is not an operator", "words cannot be given weights"};
  }
  if (has_inner_question_mark(text)) {
    return Advice{"\"?\" does not stand for a letter", "only the end of a word can be left open: armen*"};
  }
  if (is_comparison(text)) return Advice{"a colon is missing behind the field", "write reads:>100"};
  return std::nullopt;
}

Mistake no_word(std::string_view text, Span where) {
  return {shown(text) + " has no letter or digit", "leave it out; only words and numbers can be found",
          where};
}

Made words(std::string_view text, Span where, WordField field, bool quoted, Tokenizer& tokenizer) {
  const std::span<const Token> tokens = tokenizer.tokens(text);
  if (tokens.empty()) return no_word(text, where);
  if (tokens.size() > kMaxPhraseForms) {
    return Mistake{fmt::format("the phrase has {} words; {} are allowed", tokens.size(), kMaxPhraseForms),
                   "take a shorter part of it", where};
  }
  Words made{.forms = {}, .field = field, .quoted = quoted};
  for (const Token& token : tokens) made.forms.emplace_back(token.form);
  return QueryNode{std::move(made), where};
}

/// Offset of the first `*`, or npos.
std::size_t find_star(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Glyph glyph = glyph_at(text, at);
    if (glyph.sign == Sign::star) return at;
    at += glyph.bytes;
  }
  return std::string_view::npos;
}

/// The letters before `*`. Where a dictionary cuts them, they are still the beginning of one word; where a
/// sign separates them, they are not.
std::optional<std::string> stem_of(std::span<const Token> tokens) {
  std::string stem;
  for (const Token& token : tokens) {
    if (&token != tokens.data() && token.span.begin != (&token - 1)->span.end) return std::nullopt;
    stem += token.form;
  }
  return stem;
}

Made prefix(std::string_view text, Span where, WordField field, Tokenizer& tokenizer) {
  const std::span<const Token> tokens = tokenizer.tokens(text);
  if (tokens.empty()) return no_word(text, where);
  const auto stem = stem_of(tokens);
  if (!stem) {
    return Mistake{shown(text) + " is several words, and * ends one",
                   fmt::format("write \"{}\" {}*", tokens.front().form, tokens.back().form), where};
  }
  const std::size_t least = begins_with_syllable_letter(*stem) ? 1 : kMinPrefixLetters;
  if (letter_count(*stem) < least) {
    return Mistake{"too many words begin so", fmt::format("write {} letters or more before *", least), where};
  }
  return QueryNode{Prefix{*stem, field}, where};
}

Made near_spelling(std::string_view text, Span where, WordField field, Tokenizer& tokenizer) {
  const std::span<const Token> tokens = tokenizer.tokens(text);
  if (tokens.empty()) return no_word(text, where);
  if (tokens.size() > 1) {
    return Mistake{shown(text) + " is several words, and ~ stands behind one",
                   fmt::format("write {}~ {}~", tokens.front().form, tokens.back().form), where};
  }
  const std::string form(tokens.front().form);
  if (letter_count(form) < kMinNearLetters || std::ranges::any_of(form, is_ascii_digit)) {
    return Mistake{"too many words are spelled about so",
                   fmt::format("write {} letters or more before ~, and no digits", kMinNearLetters), where};
  }
  return QueryNode{Words{.forms = {form}, .field = field, .near_spelling = true}, where};
}

}  // namespace

Made bare_word(std::string_view text, Span where, WordField field, Tokenizer& tokenizer) {
  const std::size_t star = find_star(text);
  if (star != std::string_view::npos) {
    const bool last = star + glyph_at(text, star).bytes == text.size();
    if (last && star == 0) return QueryNode{Everything{}, where};
    if (last && text[star - 1] == '~') {
      return Mistake{"~ asks for spellings of a whole word, and * leaves its end open", "write one of them",
                     where};
    }
    if (last) return prefix(text.substr(0, star), where, field, tokenizer);
    return Mistake{"* stands within " + shown(text), "only the end of a word can be left open: armen*",
                   where};
  }
  if (const auto advice = foreign_sign(text)) {
    return Mistake{std::string{advice->message}, std::string{advice->hint}, where};
  }
  if (text.size() > 1 && text.ends_with('~')) {
    return near_spelling(text.substr(0, text.size() - 1), where, field, tokenizer);
  }
  return words(text, where, field, false, tokenizer);
}

Made exact_word(std::string_view text, Span where, WordField field, Tokenizer& tokenizer) {
  if (find_star(text) != std::string_view::npos) {
    return Mistake{"= asks for one word exactly, and * for many", "write one of them", where};
  }
  if (text.ends_with('~')) {
    return Mistake{"= asks for one word exactly, and ~ for others", "write one of them", where};
  }
  const std::size_t colon = text.find(':');
  if (colon != std::string_view::npos && field_named(text.substr(0, colon))) {
    return Mistake{"= stands before a field", "write title:=word; names are always exact", where};
  }
  return words(text, where, field, true, tokenizer);
}

Made phrase(std::string_view text, Span where, WordField field, Tokenizer& tokenizer) {
  if (find_star(text) != std::string_view::npos) {
    return Mistake{"* stands in a phrase", "a phrase is made of whole words", where};
  }
  if (tokenizer.tokens(text).empty()) {
    return Mistake{"there is no word between the quotes", "write a word or a phrase, or leave the quotes out",
                   where};
  }
  return words(text, where, field, true, tokenizer);
}

}  // namespace newsline
