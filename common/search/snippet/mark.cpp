// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/snippet/mark.h"

#include <utility>

#include "common/search/snippet/occurrences.h"

namespace newsline {

MarkedText mark(std::string text, const Wanted& wanted, bool is_title, Tokenizer& tokenizer) {
  MarkedText marked{std::move(text), {}};
  const auto found = occurrences(tokenizer.tokens(marked.text), wanted, is_title);
  marked.marks = covered(found, {0, marked.text.size()});
  return marked;
}

}  // namespace newsline
