// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/suggest/suggest.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "common/index/document/numbered_names.h"
#include "common/index/document/terms.h"
#include "common/index/document/values.h"
#include "common/index/glass/posting_list.h"
#include "common/index/schema.h"
#include "common/search/answer/terms.h"
#include "common/search/query/fields.h"
#include "common/search/suggest/candidates.h"
#include "common/search/suggest/title_phrases.h"
#include "common/text/fold.h"

namespace newsline {
namespace {

/// A field whose names can be suggested.
struct NameKind {
  SuggestionKind kind;
  Field field;
  NameField name;
  Xapian::valueno slot;
  std::string_view prefix;
};

constexpr std::array<NameKind, 5> kNames = {
    {{SuggestionKind::tag, Field::tag, NameField::tag, schema::slot::kTags, schema::prefix::kTag},
     {SuggestionKind::author, Field::author, NameField::author, schema::slot::kAuthors,
      schema::prefix::kAuthor},
     {SuggestionKind::source, Field::source, NameField::source, schema::slot::kSource,
      schema::prefix::kSource},
     {SuggestionKind::section, Field::section, NameField::section, schema::slot::kSection,
      schema::prefix::kSection},
     {SuggestionKind::language, Field::lang, NameField::language, schema::slot::kLanguage,
      schema::prefix::kLanguage}}};

/// The name as the first article that has it writes it; nothing where none has it as such (`hy` of `hy-am`).
std::optional<std::string> written_name(const NameKind& kind, const std::string& term,
                                        const Snapshot& database) {
  const std::string folded(form_of_term(kind.prefix, term));
  const Xapian::docid document = PostingList(term, database).document();
  if (document == PostingList::kEnd) return std::nullopt;
  std::optional<std::string> written;
  const std::string value = database.value(document, kind.slot);
  NumberedNames names(kind.slot, database);
  for_each_name(names.names_of(value), [&](std::string_view name) {
    if (!written && fold(name) == folded) written = std::string(name);
  });
  return written;
}

class Suggester {
 public:
  Suggester(std::size_t limit, const Snapshot& database, Tokenizer& tokenizer)
      : limit_(limit), database_(database), tokenizer_(tokenizer), newest_(database) {}

  std::vector<Suggestion> run(std::string_view beginning) {
    if (beginning.starts_with('#')) return names(kNames[0], beginning.substr(1)), taken();
    const std::size_t colon = beginning.find(':');
    const auto field =
        colon == std::string_view::npos ? std::nullopt : field_named(beginning.substr(0, colon));
    if (field) return of_field(*field, beginning.substr(colon + 1)), taken();
    for (const NameKind& kind : kNames)
      if (kind.kind != SuggestionKind::language) names(kind, beginning);
    const std::vector<std::string> forms = forms_of(beginning);
    if (forms.size() == 1) words(WordField::text, forms.front());
    phrases(forms);
    return taken();
  }

 private:
  void of_field(Field field, std::string_view beginning) {
    for (const NameKind& kind : kNames)
      if (kind.field == field) names(kind, beginning);
    if (field != Field::title) return;
    const std::vector<std::string> forms = forms_of(beginning);
    if (forms.size() == 1) words(WordField::title, forms.front());
    phrases(forms);
  }

  std::vector<std::string> forms_of(std::string_view text) {
    std::vector<std::string> forms;
    for (const Token& token : tokenizer_.tokens(text)) forms.emplace_back(token.form);
    return forms;
  }

  /// Names that begin so, and those of which a later word does.
  void names(const NameKind& kind, std::string_view beginning) {
    if (beginning.starts_with('"')) beginning.remove_prefix(1);
    const std::string start = fold(beginning);
    const std::string within = ' ' + start;
    const auto is_wanted = [&](std::string_view term) {
      const std::string_view form = form_of_term(kind.prefix, term);
      return form.starts_with(start) || form.find(within) != std::string_view::npos;
    };
    const std::string first = make_term(kind.prefix, "");
    for (const Candidate& each : best_terms(first, is_wanted, limit_, newest_, database_)) {
      const auto name = written_name(kind, each.term, database_);
      if (!name || name->find('"') != std::string::npos) continue;
      const QueryNode node{Named{kind.name, *name}, {}};
      made_.push_back({kind.kind, describe(node), *name, each.articles, each.merit});
    }
  }

  void words(WordField field, const std::string& start) {
    const std::string first = word_term(field, start);
    const auto all = [](std::string_view) { return true; };
    for (const Candidate& each : best_terms(first, all, limit_, newest_, database_)) {
      const std::string form(word_of_term(field, each.term));
      const std::string sign = field == WordField::title ? "title:" : "";
      made_.push_back({SuggestionKind::word, sign + form, form, each.articles, each.merit});
    }
  }

  void phrases(const std::vector<std::string>& forms) {
    for (Suggestion& each : title_phrases(forms, limit_, newest_, database_, tokenizer_))
      made_.push_back(std::move(each));
  }

  std::vector<Suggestion> taken() {
    std::stable_sort(made_.begin(), made_.end(),
                     [](const Suggestion& a, const Suggestion& b) { return a.merit > b.merit; });
    if (made_.size() > limit_) made_.resize(limit_);
    return std::move(made_);
  }

  std::size_t limit_;
  const Snapshot& database_;
  Tokenizer& tokenizer_;
  NewestArticles newest_;
  std::vector<Suggestion> made_;
};

}  // namespace

std::vector<Suggestion> suggestions(std::string_view beginning, std::size_t limit, const Snapshot& database,
                                    Tokenizer& tokenizer) {
  return Suggester(limit, database, tokenizer).run(beginning);
}

}  // namespace newsline
