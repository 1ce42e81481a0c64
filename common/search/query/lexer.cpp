// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/query/lexer.h"

#include <fmt/format.h>

#include <string>
#include <utility>

#include "common/search/query/operators.h"
#include "common/search/query/signs.h"
#include "common/text/utf8.h"

namespace newsline {
namespace {

/// What may stand directly behind a closing quote without making it look like an opening one.
bool may_follow_quote(const Glyph& glyph) {
  return glyph.sign == Sign::blank || glyph.sign == Sign::close || glyph.sign == Sign::quote ||
         glyph.sign == Sign::pause ||
         (glyph.point < 0x80 &&
          std::string_view{".:*~"}.find(static_cast<char>(glyph.point)) != std::string_view::npos);
}

class Lexer {
 public:
  explicit Lexer(std::string_view question) : question_(question) {}

  std::variant<std::vector<Lexeme>, Mistake> run() {
    while (!mistake_) {
      skip_blanks();
      if (mistake_ || at_ == question_.size()) break;
      element();
    }
    if (!mistake_ && lexemes_.empty() && skipped_) {
      const std::string_view sign = text(skipped_->begin, skipped_->end);
      fail(*skipped_, shown(sign) + " has no letter or digit", "write a word, or * for everything");
    }
    if (!mistake_) mistake_ = single_quoted(lexemes_);
    if (mistake_) return *std::move(mistake_);
    push(LexemeKind::end, at_);
    return std::move(lexemes_);
  }

 private:
  [[nodiscard]] Glyph here() const { return glyph_at(question_, at_); }
  [[nodiscard]] std::string_view text(std::size_t begin, std::size_t end) const {
    return question_.substr(begin, end - begin);
  }

  void skip_blanks() {
    while (at_ < question_.size()) {
      const Glyph glyph = here();
      const bool in_element = value_wanted_ || after_minus_;
      if (glyph.sign == Sign::colon && !in_element && follows_field_name()) {
        return fail({at_, at_ + glyph.bytes}, "a blank stands before the colon",
                    fmt::format("write {}: and its value without blanks, or leave the colon out",
                                lexemes_.back().text));
      }
      if (glyph.sign == Sign::blank) {
        glued_ = value_wanted_ = after_minus_ = false;
        at_ += glyph.bytes;
      } else if (glyph.sign == Sign::invisible) {
        at_ += glyph.bytes;
      } else if (!in_element && separates(question_, at_)) {
        skip_punctuation(at_ + glyph.bytes);
      } else if (!in_element && is_punctuation(text(at_, run_end()))) {
        skip_punctuation(run_end());
      } else {
        return;
      }
    }
  }

  [[nodiscard]] bool follows_field_name() const {
    return !lexemes_.empty() && lexemes_.back().kind == LexemeKind::word && field_named(lexemes_.back().text);
  }

  void skip_punctuation(std::size_t end) {
    if (!skipped_) skipped_ = Span{at_, end};
    glued_ = false;
    at_ = end;
  }

  /// Adds the lexeme that ends at `end`, and goes on there.
  Lexeme& push(LexemeKind kind, std::size_t end) {
    lexemes_.push_back({.kind = kind, .where = {at_, end}, .text = text(at_, end), .glued = glued_});
    at_ = end;
    glued_ = true;
    after_minus_ = value_wanted_ = false;
    return lexemes_.back();
  }

  void fail(Span where, std::string message, std::string hint) {
    mistake_ = Mistake{std::move(message), std::move(hint), where};
  }

  void element() {
    const Glyph glyph = here();
    switch (glyph.sign) {
      case Sign::open:
        push(LexemeKind::open, at_ + glyph.bytes);
        return;
      case Sign::close:
        push(LexemeKind::close, at_ + glyph.bytes);
        return;
      case Sign::quote:
      case Sign::opening_quote:
        phrase(glyph);
        return;
      default:
        bare();
    }
  }

  void phrase(const Glyph& opening) {
    const std::size_t begin = at_ + opening.bytes;
    if (at_ > 0 && question_[at_ - 1] == '\\') {
      return fail({at_ - 1, begin}, "a backslash stands before a quote",
                  "leave it out; in a shell, put the whole question in single quotes");
    }
    bool after_blank = false;
    for (std::size_t at = begin; at < question_.size();) {
      const Glyph glyph = glyph_at(question_, at);
      const std::size_t next = at + glyph.bytes;
      const bool quote = (glyph.sign == Sign::quote || glyph.sign == Sign::opening_quote) &&
                         !is_gershayim(question_, at, glyph.bytes);
      if (quote) {
        const bool opens =
            after_blank && next < question_.size() && !may_follow_quote(glyph_at(question_, next));
        if (opens || glyph.sign == Sign::opening_quote) return quote_in_quotes({at, next});
        push(LexemeKind::phrase, next).text = text(begin, at);
        return;
      }
      after_blank = glyph.sign == Sign::blank;
      at = next;
    }
    fail({at_, begin}, "the quote is not closed", "write \" at the end of the phrase");
  }

  void quote_in_quotes(Span where) {
    fail(where, "a quote begins inside a quote", "close the first one before, or leave the inner ones out");
  }

  /// Where the run of characters ends that no blank, bracket or quote interrupts, nor, in plain words, a
  /// comma.
  [[nodiscard]] std::size_t run_end() const {
    std::size_t end = at_;
    for (std::size_t at = at_; at < question_.size();) {
      const Glyph glyph = glyph_at(question_, at);
      const bool quote = glyph.sign == Sign::quote || glyph.sign == Sign::opening_quote;
      if (glyph.sign == Sign::blank || glyph.sign == Sign::open || glyph.sign == Sign::close) break;
      if (quote && !is_gershayim(question_, at, glyph.bytes)) break;
      if (!value_wanted_ && separates(question_, at)) break;
      at += glyph.bytes;
      if (glyph.sign != Sign::invisible) end = at;
    }
    return end;
  }

  void bare() {
    const std::size_t end = run_end();
    const Glyph first = here();
    if (value_wanted_) {
      push(LexemeKind::word, value_end(end));
    } else if (after_minus_ && joins_words(question_, end)) {
      fail({at_, end}, "a comma stands behind what is excluded",
           "write a minus sign before each word, with blanks between");
    } else if (first.sign == Sign::dash) {
      dash(first, end);
    } else if (operator_word(end) || mistake_) {
      return;
    } else if (first.sign == Sign::equals || first.sign == Sign::hash) {
      push(first.sign == Sign::hash ? LexemeKind::hash : LexemeKind::equals, at_ + first.bytes);
      value_wanted_ = true;
    } else if (!field(end) && !mistake_) {
      plain_word(end);
    }
  }

  void plain_word(std::size_t end) {
    const std::size_t last = utf8_floor(question_, end - 1);
    if (glyph_at(question_, last).sign == Sign::dash && begins_group(question_, end))
      return fail_touching_minus({last, end});
    push(LexemeKind::word, end);
  }

  /// `end`, or before it where punctuation ends the value: `#CSTO, #Armenia`. An address is taken whole.
  [[nodiscard]] std::size_t value_end(std::size_t end) const {
    const Lexeme& sign = lexemes_.back();
    if (sign.kind == LexemeKind::field && sign.field == Field::id) return end;
    return at_ + without_last_pauses(text(at_, end)).size();
  }

  [[nodiscard]] bool is_dashes(std::size_t end) const {
    return with_ascii_signs(text(at_, end)).find_first_not_of('-') == std::string::npos;
  }

  /// Whether a phrase or a closing bracket ends directly here.
  [[nodiscard]] bool follows_group() const {
    if (!glued_ || lexemes_.empty()) return false;
    return lexemes_.back().kind == LexemeKind::phrase || lexemes_.back().kind == LexemeKind::close;
  }

  void fail_touching_minus(Span where) {
    fail(where, "a minus sign touches what stands before it",
         "write a blank before it to exclude what follows, or leave it out");
  }

  void dash(const Glyph& first, std::size_t end) {
    const std::size_t next = at_ + first.bytes;
    const bool only_dashes = is_dashes(end);
    if (only_dashes && !begins_group(question_, end) && !after_minus_) {
      push(LexemeKind::dash, end);
    } else if (follows_group()) {
      fail_touching_minus({at_, next});
    } else if (after_minus_ || (next < end && glyph_at(question_, next).sign == Sign::dash)) {
      fail({at_, next}, "two minus signs stand together", "write one minus sign, or leave them out");
    } else {
      push(LexemeKind::minus, next);
      after_minus_ = true;
    }
  }

  /// AND, OR, NOT, NEAR and NEAR/5.
  bool operator_word(std::size_t end) {
    const std::string_view word = text(at_, end);
    const auto read = operator_of(word, {at_, end});
    if (const auto* const mistake = std::get_if<Mistake>(&read)) {
      mistake_ = *mistake;
      return true;
    }
    const auto known = std::get<std::optional<Operator>>(read);
    if (!known) return false;
    if (after_minus_) {
      fail({at_, end}, fmt::format("a minus sign stands before the operator \"{}\"", word),
           "put the word in quotes if it is meant as a word");
      return true;
    }
    push(known->kind, end).distance = known->distance;
    return true;
  }

  /// `tag:` and its sisters.
  bool field(std::size_t end) {
    std::size_t colon = at_;
    while (colon < end && glyph_at(question_, colon).sign != Sign::colon)
      colon += glyph_at(question_, colon).bytes;
    if (colon == end) return false;
    const std::string name = with_ascii_signs(text(at_, colon));
    const std::size_t value = colon + glyph_at(question_, colon).bytes;
    if (const auto known = field_named(name)) {
      push(LexemeKind::field, value).field = *known;
      value_wanted_ = true;
      return true;
    }
    if (!is_letters(name) || question_[colon] != ':') return false;
    if (text(value, end).starts_with("//")) {
      fail({at_, end}, "a web address is not a word",
           "write id: before it to find that article, or put it in quotes");
      return false;
    }
    fail({at_, value}, fmt::format("there is no field {}", shown(name)),
         fmt::format("the fields are {}; words with a colon go into quotes", field_list()));
    return false;
  }

  std::string_view question_;
  std::size_t at_ = 0;
  bool glued_ = false;
  bool value_wanted_ = false;  ///< behind `tag:`, `#`, `=`: take the run as it is
  bool after_minus_ = false;
  std::optional<Span> skipped_;  ///< the first punctuation that means nothing
  std::vector<Lexeme> lexemes_;
  std::optional<Mistake> mistake_;
};

}  // namespace

std::variant<std::vector<Lexeme>, Mistake> lexemes_of(std::string_view question) {
  return Lexer{question}.run();
}

}  // namespace newsline
