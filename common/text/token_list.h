// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "common/text/tokenizer.h"

namespace newsline {

/// The tokens of one text while they are found, and the memory of their forms. Nothing moves: a form stays
/// where it is until clear().
class TokenList {
 public:
  /// Adds the next word; the form must stay valid on its own.
  void add(std::string_view form, Span span) {
    tokens_.push_back({form, span, static_cast<std::uint32_t>(tokens_.size() + 1)});
  }

  /// Room for a form, which the caller fills and shortens: `room(n)`, write, `keep(written)`.
  [[nodiscard]] char* room(std::size_t bytes);
  [[nodiscard]] std::string_view keep(std::size_t bytes);
  [[nodiscard]] std::string_view keep_copy(std::string_view form);

  [[nodiscard]] std::span<const Token> tokens() const { return tokens_; }
  void clear();

 private:
  struct Block {
    std::unique_ptr<char[]> bytes;
    std::size_t size = 0;
  };

  std::vector<Token> tokens_;
  std::vector<Block> blocks_;
  std::size_t used_ = 0;  // of the last block
};

}  // namespace newsline
