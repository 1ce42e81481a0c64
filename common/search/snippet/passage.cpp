// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/snippet/passage.h"

#include <algorithm>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "common/search/snippet/densest.h"
#include "common/search/snippet/excerpt.h"
#include "common/search/snippet/occurrences.h"
#include "common/text/utf8.h"

namespace newsline {
namespace {

constexpr std::string_view kEllipsis = "…";

/// The beginning of a body. Where the rest is left out, the last word may be half a word: it is left out too.
WordedText looked_at(std::string_view body, Tokenizer& tokenizer) {
  const std::string_view text = body.substr(0, utf8_floor(body, kMaxSnippetText));
  const std::span<const Token> tokens = tokenizer.tokens(text);
  if (text.size() == body.size() || tokens.empty()) return {text, tokens};
  return {text.substr(0, tokens.back().span.begin), tokens.first(tokens.size() - 1)};
}

/// Of each occurrence that is longer than a passage, the words that fit; those of which none fits go.
void shorten(std::vector<Occurrence>& found, const WordedText& worded, std::size_t max_bytes) {
  std::erase_if(found, [&](Occurrence& each) {
    if (each.span.size() <= max_bytes) return false;
    const auto end = last_word_end(worded, {each.span.begin, each.span.begin + max_bytes});
    each.span.end = end.value_or(each.span.end);
    return !end.has_value();
  });
}

/// Length of the blank, line end or control character at `offset`; 0 if there is none.
std::size_t gap_at(std::string_view text, std::size_t offset) {
  const auto byte = static_cast<unsigned char>(text[offset]);
  if (byte <= 0x20 || byte == 0x7F) return 1;
  const std::string_view rest = text.substr(offset);
  if (rest.starts_with("\u2028") || rest.starts_with("\u2029")) return 3;
  const bool is_c1 = byte == 0xC2 && rest.size() > 1 && static_cast<unsigned char>(rest[1]) < 0xA0;
  return is_c1 ? 2 : 0;
}

/// Puts a part of a text on one line, and keeps the marks at their words.
class OneLine {
 public:
  OneLine(std::string_view text, std::string_view before, std::vector<Span> marks)
      : text_(text), marks_(std::move(marks)) {
    line_.text = before;
  }

  [[nodiscard]] MarkedText line(Span part, std::string_view after) && {
    for (std::size_t at = part.begin; at < part.end;) {
      if (const std::size_t gap = gap_at(text_, at); gap > 0) {
        blank_due_ = blank_due_ || at > part.begin;
        at += gap;
      } else {
        append(at++);
      }
    }
    line_.text += after;
    return std::move(line_);
  }

 private:
  void append(std::size_t at) {
    if (std::exchange(blank_due_, false)) line_.text += ' ';
    const bool begins = next_ < marks_.size() && at == marks_[next_].begin;
    if (begins) line_.marks.push_back({line_.text.size(), line_.text.size()});
    line_.text += text_[at];
    if (next_ < marks_.size() && at >= marks_[next_].begin) {
      line_.marks.back().end = line_.text.size();
      if (at + 1 == marks_[next_].end) ++next_;
    }
  }

  std::string_view text_;
  std::vector<Span> marks_;
  std::size_t next_ = 0;  ///< the mark that has not ended yet
  bool blank_due_ = false;
  MarkedText line_;
};

MarkedText rendered(const Excerpt& shown, std::string_view text, std::vector<Span> marks) {
  OneLine line(text, shown.cut_before ? kEllipsis : "", std::move(marks));
  return std::move(line).line(shown.span, shown.cut_after ? kEllipsis : "");
}

/// Where a passage begins that has nothing to show.
Span first_word(const WordedText& worded) {
  const std::size_t begin = worded.tokens.empty()
                                ? std::min(worded.text.find_first_not_of(" \t\n"), worded.text.size())
                                : worded.tokens.front().span.begin;
  return {begin, begin};
}

}  // namespace

MarkedText best_passage(std::string_view body, const Wanted& wanted, std::size_t max_bytes,
                        Tokenizer& tokenizer) {
  const WordedText looked = looked_at(body, tokenizer);
  std::vector<Occurrence> found = occurrences(looked.tokens, wanted, false);
  shorten(found, looked, max_bytes);
  const Span core = found.empty() ? first_word(looked) : densest_part(found, wanted, max_bytes);
  Excerpt shown = excerpt_around(core, looked, max_bytes);
  const bool at_end = looked.text.find_first_not_of(" \t\n", shown.span.end) == std::string_view::npos;
  if (at_end && looked.text.size() < body.size()) shown.cut_after = true;
  return rendered(shown, looked.text, covered(found, shown.span));
}

}  // namespace newsline
