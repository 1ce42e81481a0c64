// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/text/token_list.h"
#include "common/text/utf16_line.h"

namespace newsline {

/// Cuts each of ICU's words into ours by the rules of tokenizer.h and folds them. Keeps its buffers, so that
/// it is made once.
class WordRules {
 public:
  explicit WordRules(TokenList& tokens) : tokens_(tokens) {}

  /// The line that words are now taken from; `offset` is where it begins in the text. The line, not the
  /// rules, owns what `line` refers to.
  void start(const Utf16Line& line, std::size_t offset) {
    line_ = &line;
    offset_ = offset;
  }

  /// Units [begin, end) of the line are one of ICU's words or what stands between two.
  void append(std::int32_t begin, std::int32_t end);

 private:
  /// A part of a word: the letters that were kept, and where they stand.
  struct Piece {
    std::u16string units;
    std::int32_t begin = 0;
    std::int32_t end = 0;
    int letters = 0;
    int digits = 0;

    [[nodiscard]] bool is_single_letter() const { return letters == 1 && digits == 0; }
    void clear();
  };

  bool append_simple(std::int32_t begin, std::int32_t end);
  void append_by_rules(std::int32_t begin, std::int32_t end);
  void take(std::int32_t begin, std::int32_t end);
  void end_segment(bool at_stop);
  void emit(Piece& piece);
  [[nodiscard]] bool is_possessive(std::string_view form, std::int32_t begin) const;

  TokenList& tokens_;
  const Utf16Line* line_ = nullptr;
  std::size_t offset_ = 0;
  Piece segment_;
  Piece initials_;
  std::string folded_;
};

}  // namespace newsline
