// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/xml/scanner.h"

#include <algorithm>

namespace newsline::xml {
namespace {

constexpr std::size_t kMostAttributes = 64;
constexpr std::size_t kLongestValue = 64u << 10;

bool is_blank(char byte) { return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r'; }

bool begins_name(char byte) {
  const char lower = static_cast<char>(byte | 0x20);
  return (lower >= 'a' && lower <= 'z') || byte == '_' || byte == ':' || static_cast<signed char>(byte) < 0;
}

bool is_in_name(char byte) {
  return begins_name(byte) || (byte >= '0' && byte <= '9') || byte == '-' || byte == '.';
}

}  // namespace

bool Scanner::next(Token& token) {
  while (at_ < source_.size()) {
    if (source_[at_] == '<') {
      if (read_markup(token)) return true;
      continue;
    }
    const std::size_t begin = at_;
    at_ = std::min(source_.find('<', at_), source_.size());
    token.kind = Token::Kind::text;
    token.text = source_.substr(begin, at_ - begin);
    token.is_literal = false;
    return true;
  }
  return false;
}

/// What a `<` begins; false if it is nothing that becomes a token.
bool Scanner::read_markup(Token& token) {
  const std::string_view rest = source_.substr(at_);
  if (rest.starts_with("<!--")) {
    at_ += 4;
    take_up_to("-->");
    return false;
  }
  if (rest.starts_with("<![CDATA[")) {
    at_ += 9;
    token.kind = Token::Kind::text;
    token.text = take_up_to("]]>");
    token.is_literal = true;
    return true;
  }
  if (rest.starts_with("<!")) {
    read_document_type();
    return false;
  }
  if (rest.starts_with("<?")) {
    take_up_to("?>");
    return false;
  }
  const bool is_end = rest.starts_with("</");
  const std::size_t name_at = at_ + (is_end ? 2 : 1);
  if (name_at < source_.size() && begins_name(source_[name_at])) {
    at_ = name_at;
    token.kind = is_end ? Token::Kind::end : Token::Kind::start;
    read_tag(token);
    return true;
  }
  forgave_ = true;
  token.kind = Token::Kind::text;
  token.text = source_.substr(at_++, 1);
  token.is_literal = true;
  return true;
}

void Scanner::read_tag(Token& token) {
  token.name = take_name();
  token.is_empty = false;
  token.attributes.clear();
  while (true) {
    skip_blanks();
    if (at_ == source_.size() || source_[at_] == '<') {
      forgave_ = true;
      return;
    }
    const char byte = source_[at_];
    if (byte == '>') {
      ++at_;
      return;
    }
    if (byte == '/') {
      ++at_;
      token.is_empty = at_ < source_.size() && source_[at_] == '>';
    } else if (begins_name(byte)) {
      read_attribute(token);
    } else {
      forgave_ = true;
      ++at_;
    }
  }
}

void Scanner::read_attribute(Token& token) {
  const std::string_view name = take_name();
  skip_blanks();
  std::string_view value;
  if (at_ < source_.size() && source_[at_] == '=') {
    ++at_;
    skip_blanks();
    value = quoted_or_bare();
  } else {
    forgave_ = true;
  }
  const bool is_kept = token.attributes.size() < kMostAttributes && value.size() <= kLongestValue;
  if (is_kept && token.kind == Token::Kind::start) token.attributes.push_back({name, value});
  forgave_ = forgave_ || !is_kept;
}

std::string_view Scanner::quoted_or_bare() {
  const std::size_t begin = at_;
  const char quote = begin < source_.size() ? source_[begin] : '\0';
  if (quote == '"' || quote == '\'') {
    const char* const ends = quote == '"' ? "\"<" : "'<";
    at_ = std::min(source_.find_first_of(ends, begin + 1), source_.size());
    const std::string_view value = source_.substr(begin + 1, at_ - begin - 1);
    const bool is_ended = at_ < source_.size() && source_[at_] == quote;
    if (is_ended) ++at_;
    forgave_ = forgave_ || !is_ended;
    return value;
  }
  forgave_ = true;
  at_ = std::min(source_.find_first_of(" \t\r\n><", begin), source_.size());
  return source_.substr(begin, at_ - begin);
}

/// `<!DOCTYPE ... [ <!ENTITY name "text"> ... ]>`, and whatever else begins with `<!`.
void Scanner::read_document_type() {
  bool is_inside = false;
  for (at_ += 2; at_ < source_.size();) {
    const char byte = source_[at_];
    if (byte == '"' || byte == '\'') {
      quoted_or_bare();
    } else if (source_.substr(at_).starts_with("<!ENTITY") && is_inside) {
      at_ += 8;
      read_entity();
    } else if (source_.substr(at_).starts_with("<!--") && is_inside) {
      at_ += 4;
      take_up_to("-->");
    } else if (byte == '<' && !is_inside) {
      forgave_ = true;
      return;
    } else if (byte == '>' && !is_inside) {
      ++at_;
      return;
    } else {
      if (byte == '[' || byte == ']') is_inside = byte == '[';
      ++at_;
    }
  }
}

/// A general entity with a text of its own; parameter entities and those of other files are not looked at.
void Scanner::read_entity() {
  skip_blanks();
  const std::string_view name = take_name();
  skip_blanks();
  const char quote = at_ < source_.size() ? source_[at_] : '\0';
  if (name.empty() || (quote != '"' && quote != '\'')) return;
  const std::size_t begin = at_ + 1;
  at_ = std::min(source_.find(quote, begin), source_.size());
  entities_.declare(name, source_.substr(begin, at_ - begin));
  if (at_ < source_.size()) ++at_;
}

/// What stands before `end`, which is passed over; all that is left where it does not come.
std::string_view Scanner::take_up_to(std::string_view end) {
  const std::size_t begin = at_;
  const std::size_t found = source_.find(end, begin);
  forgave_ = forgave_ || found == std::string_view::npos;
  at_ = found == std::string_view::npos ? source_.size() : found + end.size();
  return source_.substr(begin, found == std::string_view::npos ? found : found - begin);
}

std::string_view Scanner::take_name() {
  const std::size_t begin = at_;
  while (at_ < source_.size() && is_in_name(source_[at_])) ++at_;
  return source_.substr(begin, at_ - begin);
}

void Scanner::skip_blanks() {
  while (at_ < source_.size() && is_blank(source_[at_])) ++at_;
}

}  // namespace newsline::xml
