// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/answer/hits.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "common/search/answer/terms.h"
#include "common/search/snippet/mark.h"
#include "common/search/snippet/passage.h"

namespace newsline {
namespace {

double rarity(const Wanted::Item& item, const Snapshot& database) {
  const WordField field = item.title_only ? WordField::title : WordField::text;
  Xapian::doccount fewest = database.get_doccount();
  for (const std::string& form : item.forms) {
    fewest = std::min(fewest, database.frequency(word_term(field, form)));
  }
  return std::log(1.0 + static_cast<double>(database.get_doccount()) / (1.0 + fewest));
}

}  // namespace

Wanted weighted(Wanted wanted, const Snapshot& database) {
  for (Wanted::Item& item : wanted.items) {
    if (!item.is_prefix) item.weight *= rarity(item, database);
  }
  return wanted;
}

Hit hit_of(Article article, EdgeCut cut, const Wanted& wanted, bool snippet, Tokenizer& tokenizer) {
  Hit hit;
  hit.id = std::move(article.id);
  hit.title = mark(std::move(article.title), wanted, true, tokenizer);
  hit.published = article.published;
  hit.reads = article.reads;
  hit.language = std::move(article.language);
  hit.tags = std::move(article.tags);
  hit.authors = std::move(article.authors);
  hit.source = std::move(article.source);
  hit.section = std::move(article.section);
  hit.url = std::move(article.url);
  hit.path = std::move(article.path);
  if (snippet) {
    const Span kept = kept_of(article.body, cut);
    const std::string_view text = article.body.empty()
                                      ? article.summary
                                      : std::string_view(article.body).substr(kept.begin, kept.size());
    hit.snippet = best_passage(text, wanted, kSnippetBytes, tokenizer);
  }
  return hit;
}

}  // namespace newsline
