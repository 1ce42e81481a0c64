// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/snippet/excerpt.h"

#include <algorithm>
#include <vector>

#include "common/text/sentences.h"
#include "common/text/utf8.h"

namespace newsline {
namespace {

std::size_t line_begin(std::string_view text, std::size_t at) {
  const std::size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  return before == std::string_view::npos ? 0 : before + 1;
}

std::size_t line_end(std::string_view text, std::size_t at) {
  return std::min(text.find('\n', at), text.size());
}

/// The sentences of the lines that can be reached from `core`, and of one more on each side, for a sentence
/// may go on there.
std::vector<Span> sentences_near(Span core, std::string_view text, std::size_t reach) {
  const std::size_t first = core.begin - std::min(core.begin, reach);
  const std::size_t reached = line_begin(text, first);
  const std::size_t begin = line_begin(text, reached - std::min<std::size_t>(reached, 1));
  const std::size_t last = line_end(text, std::min(core.end + reach, text.size()));
  const std::size_t end = line_end(text, std::min(last + 1, text.size()));
  std::vector<Span> found = sentences(text.substr(begin, end - begin));
  for (Span& each : found) each = {begin + each.begin, begin + each.end};
  return found;
}

/// The first begin of a word at or behind `offset`; there is one.
std::size_t first_word_begin(const WordedText& worded, std::size_t offset) {
  const auto begin_of = [](const Token& token) { return token.span.begin; };
  return std::ranges::lower_bound(worded.tokens, offset, {}, begin_of)->span.begin;
}

std::size_t cut_end(const WordedText& worded, std::size_t begin, std::size_t max_bytes) {
  const std::size_t end = utf8_floor(worded.text, begin + max_bytes);
  return last_word_end(worded, {begin, end}).value_or(end);
}

/// What fits of `whole` sentences: from their begin, to their end, or with room on both sides of `core`.
Excerpt cut_around(Span core, Span whole, const WordedText& worded, std::size_t max_bytes) {
  if (core.end - whole.begin <= max_bytes) {
    return {{whole.begin, cut_end(worded, whole.begin, max_bytes)}, false, true};
  }
  if (whole.end - core.begin <= max_bytes) {
    return {{first_word_begin(worded, whole.end - max_bytes), whole.end}, true, false};
  }
  const std::size_t room = max_bytes - core.size();
  const std::size_t begin = first_word_begin(worded, core.begin - room / 2);
  return {{begin, cut_end(worded, begin, max_bytes)}, true, true};
}

}  // namespace

std::optional<std::size_t> last_word_end(const WordedText& worded, Span part) {
  const auto end_of = [](const Token& token) { return token.span.end; };
  const auto behind = std::ranges::upper_bound(worded.tokens, part.end, {}, end_of);
  if (behind == worded.tokens.begin()) return std::nullopt;
  const Span last = (behind - 1)->span;
  return last.begin >= part.begin ? std::optional(last.end) : std::nullopt;
}

Excerpt excerpt_around(Span core, const WordedText& worded, std::size_t max_bytes) {
  const std::vector<Span> near = sentences_near(core, worded.text, max_bytes);
  const auto end_of = [](const Span& each) { return each.end; };
  auto first = std::ranges::upper_bound(near, core.begin, {}, end_of);
  auto last = std::ranges::lower_bound(near, std::max(core.end, core.begin + 1), {}, end_of);
  if (first == near.end()) return {core};
  core = {std::max(core.begin, first->begin), std::max(core.end, first->begin)};
  const auto fits = [&] { return last->end - first->begin <= max_bytes; };
  if (!fits()) return cut_around(core, {first->begin, last->end}, worded, max_bytes);
  for (++last; last != near.end() && fits(); ++last) continue;
  --last;
  for (; first != near.begin() && last->end - (first - 1)->begin <= max_bytes; --first) continue;
  return {{first->begin, last->end}, false, false};
}

}  // namespace newsline
