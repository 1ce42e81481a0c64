// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/tokenizer.h"

#include <vector>

#include "common/text/ascii_words.h"
#include "common/text/icu_boundaries.h"
#include "common/text/token_list.h"
#include "common/text/utf16_line.h"
#include "common/text/word_rules.h"

namespace newsline {

struct Tokenizer::Impl {
  void append_icu_words(std::string_view line, std::size_t offset);

  Boundaries words{BoundaryKind::word};
  TokenList tokens;
  Utf16Line line16;
  WordRules rules{tokens};
  std::vector<char> lowered;  // the text in lower case; forms of ASCII lines stand in it
};

void Tokenizer::Impl::append_icu_words(std::string_view line, std::size_t offset) {
  line16.assign(line);
  rules.start(line16, offset);
  words.start(line16);
  std::int32_t begin = 0;
  for (std::int32_t end = words.next(); end >= 0; end = words.next()) {
    rules.append(begin, end);
    begin = end;
  }
}

Tokenizer::Tokenizer() : impl_(std::make_unique<Impl>()) {}
Tokenizer::~Tokenizer() = default;
Tokenizer::Tokenizer(Tokenizer&&) noexcept = default;
Tokenizer& Tokenizer::operator=(Tokenizer&&) noexcept = default;

std::span<const Token> Tokenizer::tokens(std::string_view text) {
  impl_->tokens.clear();
  if (impl_->lowered.size() < text.size()) impl_->lowered.resize(text.size());
  for (Lines lines(text); lines.next();) {
    const std::string_view line = lines.line();
    if (is_ascii(line)) {
      char* lowered = impl_->lowered.data() + lines.offset();
      lower_ascii(line, lowered);
      append_ascii_words(line, {lowered, line.size()}, lines.offset(), impl_->tokens);
    } else {
      impl_->append_icu_words(line, lines.offset());
    }
  }
  return impl_->tokens.tokens();
}

std::span<const Token> Tokenizer::tokens_by_icu(std::string_view text) {
  impl_->tokens.clear();
  for (Lines lines(text); lines.next();) impl_->append_icu_words(lines.line(), lines.offset());
  return impl_->tokens.tokens();
}

}  // namespace newsline
