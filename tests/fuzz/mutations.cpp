// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/mutations.h"

#include <algorithm>

namespace newsline::fuzz {
namespace {

constexpr std::size_t kMaxBytes = 65536;
constexpr std::size_t kMaxPieceBytes = 256;
constexpr std::size_t kMaxCopies = 64;

/// Bytes that end, escape or open something in some format, and some that are no UTF-8.
constexpr char kTroublesome[] = "\0\n\r\t \"'\\(){}[]<>&;:,.-#*=/\x1b\x7f\x80\xc3\xe2\xed\xf0\xff";

}  // namespace

std::string Mutations::piece_of(const std::string& text) {
  return text.substr(below(text.size() + 1), 1 + below(kMaxPieceBytes));
}

void Mutations::change(std::string& text) {
  const std::size_t at = below(text.size() + 1);
  switch (below(7)) {
    case 0:
      if (at < text.size()) text[at] = static_cast<char>(text[at] ^ (1 << below(8)));
      return;
    case 1:
      text.insert(at, 1, static_cast<char>(below(256)));
      return;
    case 2:
      text.insert(at, 1, kTroublesome[below(sizeof kTroublesome - 1)]);
      return;
    case 3:
      text.erase(at, 1 + below(16));
      return;
    case 4:
      text.resize(at);
      return;
    case 5: {
      const std::string piece = piece_of(text);
      for (std::size_t copies = 1 + below(below(kMaxCopies) + 1); copies > 0; --copies)
        text.insert(at, piece);
      return;
    }
    default:
      text.insert(at, piece_of(seeds_[below(seeds_.size())]));
      return;
  }
}

std::string Mutations::next() {
  std::string text = seeds_[below(seeds_.size())];
  const std::size_t most = std::max(text.size(), kMaxBytes);
  for (std::size_t changes = 1 + below(8); changes > 0; --changes) change(text);
  if (text.size() > most) text.resize(most);
  return text;
}

}  // namespace newsline::fuzz
