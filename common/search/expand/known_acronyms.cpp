// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "common/index/document/stored_article.h"
#include "common/index/document/terms.h"
#include "common/index/document/values.h"
#include "common/index/glass/posting_list.h"
#include "common/index/glass/term_list.h"
#include "common/index/glass/value_list.h"
#include "common/index/schema.h"
#include "common/search/answer/embargo.h"
#include "common/search/expand/acronyms.h"
#include "common/text/acronym/definition.h"
#include "common/text/tokenizer.h"

namespace newsline {
namespace {

std::string joined(std::span<const Token> words) {
  std::string text;
  for (const Token& word : words) text += (text.empty() ? "" : " ") + std::string(word.form);
  return text;
}

/// On one line.
std::string written(std::string_view text, std::size_t begin, std::size_t end) {
  std::string line(text.substr(begin, end - begin));
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

/// By acronym and long form, both folded.
using Spellings = std::map<std::pair<std::string, std::string>, std::pair<std::string, std::string>>;

/// How a text writes what it defines, each as at its first place.
void add_spellings(Spellings& spellings, const std::string& text, Tokenizer& tokenizer) {
  for (const Definition& definition : definitions_in(text, tokenizer.tokens(text))) {
    const Span first = definition.long_form.front().span;
    const Span last = definition.long_form.back().span;
    spellings.try_emplace({std::string(definition.acronym.form), joined(definition.long_form)},
                          std::pair{written(text, definition.acronym.span.begin, definition.acronym.span.end),
                                    written(text, first.begin, last.end)});
  }
}

/// Counts the articles that say so, but those that nobody may see yet, and looks at when they were published.
/// The last of them; 0 if there is none.
Xapian::docid add_days(KnownAcronym& known, const std::string& term, const Snapshot& database,
                       const std::vector<Xapian::docid>& hidden) {
  Xapian::docid last = 0;
  std::string last_day;
  std::string first_day;
  ValueList days(schema::slot::kDay, database);
  for (PostingList list(term, database); list.document() != PostingList::kEnd; list.next()) {
    if (std::ranges::binary_search(hidden, list.document())) continue;
    ++known.articles;
    const std::string day(days.of(list.document()));
    if (!day.empty() && (first_day.empty() || day < first_day)) first_day = day;
    if (last == 0 || day > last_day) {
      last = list.document();
      last_day = day;
    }
  }
  known.first_day = day_of_value(first_day);
  known.last_day = day_of_value(last_day);
  return last;
}

/// Acronyms by the last article that says so.
using ByArticle = std::map<Xapian::docid, std::vector<KnownAcronym*>>;

/// Takes the spellings from the articles, each of which is read once, however much it defines.
void add_articles(const ByArticle& acronyms, const Snapshot& database, Tokenizer& tokenizer) {
  for (const auto& [document, said] : acronyms) {
    const Article article = stored_article(document, database);
    Spellings spellings;
    add_spellings(spellings, article.body, tokenizer);
    add_spellings(spellings, article.summary, tokenizer);
    for (KnownAcronym* const known : said) {
      known->article = article.id;
      known->title = article.title;
      const auto spelling = spellings.find({known->acronym, known->long_form});
      if (spelling != spellings.end()) std::tie(known->acronym, known->long_form) = spelling->second;
    }
  }
}

/// The acronym and its long form, out of a term of this prefix.
std::pair<std::string, std::string> parts_of(std::string_view prefix, std::string_view term) {
  const std::string text(form_of_term(prefix, term));
  if (prefix == schema::prefix::kAcronym) {
    const std::size_t blank = text.find(' ');
    return {text.substr(0, blank), text.substr(blank + 1)};
  }
  const std::size_t blank = text.rfind(' ');
  return {text.substr(blank + 1), text.substr(0, blank)};
}

std::vector<KnownAcronym> with_prefix(std::string_view prefix, std::string_view start,
                                      const Snapshot& database, Tokenizer& tokenizer) {
  std::vector<KnownAcronym> all;
  std::vector<Xapian::docid> last;
  const std::string first = make_term(prefix, start);
  const std::vector<Xapian::docid> hidden = hidden_documents(database, std::nullopt);
  for (TermList terms(first, database); !terms.is_at_end(); terms.next()) {
    KnownAcronym known;
    std::tie(known.acronym, known.long_form) = parts_of(prefix, terms.term());
    const Xapian::docid last_to_say_so = add_days(known, terms.term(), database, hidden);
    if (last_to_say_so == 0) continue;
    all.push_back(std::move(known));
    last.push_back(last_to_say_so);
  }
  ByArticle by_article;
  for (std::size_t i = 0; i < all.size(); ++i) by_article[last[i]].push_back(&all[i]);
  add_articles(by_article, database, tokenizer);
  return all;
}

}  // namespace

std::vector<KnownAcronym> known_acronyms(std::span<const std::string> forms, const Snapshot& database) {
  Tokenizer tokenizer;
  std::string start;
  for (const std::string& form : forms) start += form + ' ';
  std::vector<KnownAcronym> all = with_prefix(schema::prefix::kAcronym, start, database, tokenizer);
  if (!forms.empty()) {
    for (KnownAcronym& known : with_prefix(schema::prefix::kLongForm, start, database, tokenizer))
      all.push_back(std::move(known));
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const KnownAcronym& a, const KnownAcronym& b) { return a.articles > b.articles; });
  return all;
}

}  // namespace newsline
