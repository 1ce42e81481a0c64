// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/ascii_words.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace newsline {
namespace {

enum class Kind : std::uint8_t { other, letter, digit };

constexpr std::array<Kind, 256> make_kinds() {
  std::array<Kind, 256> kinds{};
  for (unsigned c = 'a'; c <= 'z'; ++c) kinds[c] = Kind::letter;
  for (unsigned c = 'A'; c <= 'Z'; ++c) kinds[c] = Kind::letter;
  for (unsigned c = '0'; c <= '9'; ++c) kinds[c] = Kind::digit;
  return kinds;
}

constexpr std::array<Kind, 256> kKinds = make_kinds();

Kind kind_of(char c) { return kKinds[static_cast<unsigned char>(c)]; }

/// One line on its way through the rules.
class Scanner {
 public:
  Scanner(std::string_view line, std::string_view lowered, std::size_t offset, TokenList& tokens)
      : line_(line), lowered_(lowered), offset_(offset), tokens_(tokens) {}

  void scan() {
    std::size_t at = 0;
    while (true) {
      while (at < line_.size() && kind_of(line_[at]) == Kind::other) ++at;
      if (at == line_.size()) return;
      const std::size_t end = segment_end(at);
      at = is_single_letter(at, end) ? add_initials(at) : add_segment({at, end});
    }
  }

 private:
  [[nodiscard]] Kind kind_at(std::size_t at) const {
    return at < line_.size() ? kind_of(line_[at]) : Kind::other;
  }

  /// Letters and digits, and what stands between two digits of a number.
  std::size_t segment_end(std::size_t at) {
    quoted_ = false;
    while (true) {
      while (kind_at(at) != Kind::other) ++at;
      if (at == line_.size() || kind_of(line_[at - 1]) != Kind::digit || kind_at(at + 1) != Kind::digit) {
        return at;
      }
      if (line_[at] == '\'') {
        quoted_ = true;
      } else if (line_[at] != '.' && line_[at] != ',') {
        return at;
      }
      ++at;
    }
  }

  [[nodiscard]] bool is_single_letter(std::size_t begin, std::size_t end) const {
    return end - begin == 1 && kind_of(line_[begin]) == Kind::letter;
  }

  /// A single letter and those that full stops join to it: `U.S.A`. Gives where to go on.
  std::size_t add_initials(std::size_t begin) {
    std::size_t end = begin + 1;
    while (end < line_.size() && line_[end] == '.' && kind_at(end + 1) == Kind::letter &&
           kind_at(end + 2) == Kind::other) {
      end += 2;
    }
    if (end == begin + 1) {
      if (!is_possessive(begin)) tokens_.add(lowered_.substr(begin, 1), {offset_ + begin, offset_ + end});
      return end;
    }
    add_without('.', {begin, end});
    return end;
  }

  std::size_t add_segment(Span span) {
    if (quoted_) {
      add_without('\'', span);
    } else {
      tokens_.add(lowered_.substr(span.begin, span.size()), {offset_ + span.begin, offset_ + span.end});
    }
    return span.end;
  }

  void add_without(char dropped, Span span) {
    char* form = tokens_.room(span.size());
    const char* end =
        std::remove_copy(lowered_.begin() + span.begin, lowered_.begin() + span.end, form, dropped);
    tokens_.add(tokens_.keep(static_cast<std::size_t>(end - form)),
                {offset_ + span.begin, offset_ + span.end});
  }

  /// The `s` of `Armenia's`.
  [[nodiscard]] bool is_possessive(std::size_t at) const {
    return lowered_[at] == 's' && at >= 2 && line_[at - 1] == '\'' &&
           (kind_of(line_[at - 2]) != Kind::other || line_[at - 2] == '.');
  }

  std::string_view line_;
  std::string_view lowered_;
  std::size_t offset_;
  TokenList& tokens_;
  bool quoted_ = false;  // whether the segment has an apostrophe between digits
};

}  // namespace

void append_ascii_words(std::string_view line, std::string_view lowered, std::size_t offset,
                        TokenList& tokens) {
  Scanner(line, lowered, offset, tokens).scan();
}

bool is_ascii(std::string_view text) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080U;
  const char* at = text.data();
  const char* end = at + text.size();
  for (; end - at >= 8; at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, at, sizeof word);
    if ((word & kHighBits) != 0) return false;
  }
  return std::all_of(at, end, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

void lower_ascii(std::string_view text, char* out) {
  std::transform(text.begin(), text.end(), out, [](char c) {
    const bool upper = c >= 'A' && c <= 'Z';
    return static_cast<char>(c + (upper ? 'a' - 'A' : 0));
  });
}

}  // namespace newsline
