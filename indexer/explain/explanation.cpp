// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/explain/explanation.h"

#include <fmt/format.h>

#include <utility>

namespace newsline {

void Explanation::decoded(const CharsetFinding& finding) {
  // The first that is told of a text counts: what hands it out in UTF-8 comes before what reads that.
  if (!charset_ || std::exchange(is_old_charset_, false)) charset_ = finding;
}

void Explanation::judged(const JudgedText& text) {
  if (is_detailed_) texts_.push_back(text);
}

void Explanation::read(const ReadArticle& read, std::uint64_t number,
                       const std::optional<LearnedLines>& learned) {
  if (is_detailed_) show(read, number, learned);
  texts_.clear();
  is_old_charset_ = true;
}

void Explanation::forget_charset() {
  charset_.reset();
  is_old_charset_ = false;
  texts_.clear();
}

std::string_view words_of(CharsetFinding::By by) {
  using By = CharsetFinding::By;
  switch (by) {
    case By::mark:
      return "by its byte order mark";
    case By::nuls:
      return "by its NULs";
    case By::bytes:
      return "its bytes are so";
    case By::escapes:
      return "by its escapes";
    case By::declaration:
      return "as it is declared";
    case By::letters:
      return "told by which letters follow each other";
    case By::nothing:
      break;
  }
  return "taken for it, as nothing tells";
}

std::string words_of(const Origin& origin) {
  std::string words(origin.scope);
  if (!words.empty() && !words.ends_with(':')) words += ' ';
  words += origin.what;
  if (origin.line != 0) words += fmt::format(" (line {})", origin.line);
  return words;
}

}  // namespace newsline
