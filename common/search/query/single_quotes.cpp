// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "common/search/query/lexer.h"
#include "common/search/query/signs.h"

namespace newsline {
namespace {

// U+2019 opens nothing here: it stands for letters that are left out, as in ’t and ’cause.
constexpr std::array<std::string_view, 3> kOpening{"'", "\u2018", "\u201A"};
constexpr std::array<std::string_view, 3> kClosing{"'", "\u2018", "\u2019"};

/// Bytes of the single quote at the beginning; 0 if there is none, or a year such as '90s.
std::size_t opening_bytes(std::string_view text) {
  for (const std::string_view quote : kOpening) {
    const bool opens = text.starts_with(quote) && text.size() > quote.size();
    if (opens && (text[quote.size()] < '0' || text[quote.size()] > '9')) return quote.size();
  }
  return 0;
}

bool closes(std::string_view text) {
  while (!text.empty() && std::string_view{".,:;!?"}.find(text.back()) != std::string_view::npos) {
    text.remove_suffix(1);
  }
  return std::ranges::any_of(kClosing, [&](std::string_view quote) { return text.ends_with(quote); });
}

}  // namespace

std::optional<Mistake> single_quoted(const std::vector<Lexeme>& lexemes) {
  const Lexeme* opened = nullptr;
  for (const Lexeme& lexeme : lexemes) {
    if (lexeme.kind != LexemeKind::word) continue;
    const std::size_t opening = opening_bytes(lexeme.text);
    const bool closed = closes(lexeme.text.substr(opening));
    if (opening > 0 && !closed) {
      opened = &lexeme;
    } else if (opening == 0 && closed && opened != nullptr) {
      return Mistake{"single quotes do not make a phrase",
                     "write \"foreign policy\" in double quotes, or leave the single ones out",
                     {opened->where.begin, lexeme.where.end}};
    }
  }
  return std::nullopt;
}

}  // namespace newsline
