// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/document/postings.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <limits>
#include <map>

#include "common/article/article_json.h"
#include "common/article/file/content_hash.h"
#include "common/index/document/host.h"
#include "common/index/document/name_numbers.h"
#include "common/index/document/positions.h"
#include "common/index/document/precedence.h"
#include "common/index/document/terms.h"
#include "common/index/document/text_numbers.h"
#include "common/index/document/values.h"
#include "common/index/schema.h"
#include "common/index/story/signature.h"
#include "common/text/acronym/definition.h"
#include "common/text/fold.h"
#include "common/text/language.h"
#include "common/text/name/name_evidence.h"

namespace newsline {
namespace {

/// A body of this length says by itself which language it is in.
constexpr std::size_t kTellingBytes = 200;

/// Gathers the terms of one article, and where its words stand.
class TermTable {
 public:
  /// Words come in the order of their positions, those of the title first.
  void add_title_word(std::string_view form, std::uint32_t position) {
    add_word(form, schema::kTitleWeight, position);
    ++postings_[at(make_term(schema::prefix::kTitle, form))].weight;
    title_words_ = position;
  }

  void add_word(std::string_view form, std::uint32_t weight, std::uint32_t position) {
    const std::size_t place = at(make_term(schema::prefix::kWord, form));
    if (postings_[place].weight == 0) {
      words_[place] = static_cast<std::uint32_t>(word_places_.size());
      word_places_.push_back(place);
    }
    postings_[place].weight += weight;
    occurrences_.push_back({words_[place], position});
  }

  void add_filter(std::string_view prefix, std::string_view form) {
    if (!form.empty()) at(make_term(prefix, form));
  }

  void add_term(std::string_view term) { at(term); }

  [[nodiscard]] std::string positions() const {
    std::vector<std::uint64_t> hashes;
    hashes.reserve(word_places_.size());
    for (const std::size_t place : word_places_) hashes.push_back(position_hash(postings_[place].term));
    return positions_value(hashes, occurrences_, title_words_);
  }

  /// The terms in order; the table is not to be used afterwards.
  std::vector<Posting> take() {
    std::sort(postings_.begin(), postings_.end(),
              [](const Posting& a, const Posting& b) { return a.term < b.term; });
    return std::move(postings_);
  }

 private:
  std::size_t at(std::string_view term) {
    const auto [number, is_new] = numbers_.add(term);
    if (is_new) {
      postings_.push_back({std::string(term), 0});
      words_.push_back(0);
    }
    return number;
  }

  TextNumbers numbers_;
  std::vector<Posting> postings_;
  std::vector<std::uint32_t> words_;      ///< of each posting that is a word, which one
  std::vector<std::size_t> word_places_;  ///< of each word, its posting
  std::vector<PlacedWord> occurrences_;
  std::uint32_t title_words_ = 0;
};

std::uint32_t add_title(TermTable& table, std::span<const Token> tokens) {
  for (const Token& token : tokens) table.add_title_word(token.form, token.position);
  return static_cast<std::uint32_t>(tokens.size());
}

/// Adds a run of words behind the position `last`; returns the last position of the run.
std::uint32_t add_run(TermTable& table, const std::vector<std::string>& forms, std::uint32_t last) {
  if (forms.empty()) return last;
  std::uint32_t position = last + schema::kFieldGap - 1;
  for (const std::string& form : forms) table.add_word(form, 1, ++position);
  return position;
}

std::vector<std::string> forms_of(std::span<const Token> tokens) {
  std::vector<std::string> forms;
  forms.reserve(tokens.size());
  for (const Token& token : tokens) forms.emplace_back(token.form);
  return forms;
}

std::string joined(std::span<const Token> words) {
  std::string text;
  for (const Token& word : words) text += (text.empty() ? "" : " ") + std::string(word.form);
  return text;
}

void add_definitions(TermTable& table, std::string_view text, std::span<const Token> tokens) {
  for (const Definition& definition : definitions_in(text, tokens))
    for (const std::string& term : definition_terms(definition.acronym.form, joined(definition.long_form)))
      table.add_term(term);
}

void add_names(std::vector<std::string>& names, std::string_view text, std::span<const Token> tokens) {
  for (std::size_t at = 1; at < tokens.size(); ++at)
    if (stands_as_name(text, tokens, at)) names.emplace_back(tokens[at].form);
}

/// Those of a part of their text.
std::span<const Token> within(std::span<const Token> tokens, Span part) {
  const auto begin_of = [](const Token& token) { return token.span.begin; };
  const auto first = std::ranges::lower_bound(tokens, part.begin, {}, begin_of);
  const auto last = std::ranges::lower_bound(first, tokens.end(), part.end, {}, begin_of);
  return {first, last};
}

/// Words of the title prove no names: many papers capitalise all of them.
void add_text(TermTable& table, const Article& article, Tokenizer& tokenizer, Postings& postings,
              TextSketch& sketch) {
  std::vector<std::string>& names = postings.names;
  const auto title = tokenizer.tokens(article.title);
  sketch.add_lead(title);
  std::uint32_t last = add_title(table, title);
  std::vector<std::string> summary;
  if (!article.summary.empty()) {
    const auto tokens = tokenizer.tokens(article.summary);
    summary = forms_of(tokens);
    sketch.add_lead(tokens);
    add_names(names, article.summary, tokens);
    add_definitions(table, article.summary, tokens);
  }
  const auto whole = tokenizer.tokens(article.body);
  const auto body = within(whole, kept_of(article.body, postings.cut));
  sketch.add_body(body);
  add_names(names, article.body, body);
  add_definitions(table, article.body, body);
  const bool body_repeats_summary =
      summary.size() <= body.size() &&
      std::equal(summary.begin(), summary.end(), body.begin(),
                 [](const std::string& form, const Token& token) { return form == token.form; });
  if (!body_repeats_summary) last = add_run(table, summary, last);
  for (const Token& token : body)
    table.add_word(token.form, 1, last + schema::kFieldGap - 1 + token.position);
  if (!whole.empty()) last += schema::kFieldGap - 1 + whole.back().position;
  const std::string on_the_wire = article.wire.slugline + '\n' + article.wire.dateline;
  if (on_the_wire.size() > 1) add_run(table, forms_of(tokenizer.tokens(on_the_wire)), last);
}

void add_language(TermTable& table, std::string_view language) {
  table.add_filter(schema::prefix::kLanguage, language);
  table.add_filter(schema::prefix::kLanguage, language.substr(0, language.find('-')));
}

void add_day(TermTable& table, std::chrono::sys_days day) {
  const std::chrono::year_month_day date(day);
  table.add_term(day_term(day));
  table.add_term(month_term(date.year() / date.month()));
  table.add_term(year_term(date.year()));
}

void add_filters(TermTable& table, const Article& article, std::string_view language) {
  for (const std::string& tag : article.tags) table.add_filter(schema::prefix::kTag, fold(tag));
  for (const std::string& author : article.authors) table.add_filter(schema::prefix::kAuthor, fold(author));
  table.add_filter(schema::prefix::kSource, fold(article.source));
  table.add_filter(schema::prefix::kSection, fold(article.section));
  table.add_filter(schema::prefix::kHost, host_of(article.url));
  add_language(table, language);
  if (article.published) add_day(table, article.published->day);
}

/// Until when it is hidden; empty where it is not.
std::string embargo_value(const Wire& wire) {
  if (wire.is_withdrawn) return number_value(std::numeric_limits<std::uint64_t>::max());
  const std::int64_t seconds = wire.embargo ? wire.embargo->utc_seconds() : 0;
  return seconds > 0 ? number_value(static_cast<std::uint64_t>(seconds)) : std::string();
}

/// What the values say of a text.
struct TextValues {
  std::string signature;
  std::string positions;
};

std::vector<std::pair<std::uint32_t, std::string>> values_of(const Article& article, const std::string& data,
                                                             const std::string& language,
                                                             std::string_view file_key, TextValues text,
                                                             EdgeCut cut) {
  std::vector<std::pair<std::uint32_t, std::string>> values = {
      {schema::slot::kNewest, newest_key(article.published, article.id)},
      {schema::slot::kDay, article.published ? day_value(article.published->day) : std::string()},
      {schema::slot::kReads, article.reads ? number_value(*article.reads) : std::string()},
      {schema::slot::kLanguage, name_value(language)},
      {schema::slot::kHash, content_hash(data)},
      {schema::slot::kEmbargo, embargo_value(article.wire)},
      {schema::slot::kPrecedence, precedence_value(precedence_of(article.wire), file_key)},
      {schema::slot::kSignature, std::move(text.signature)},
      {schema::slot::kFurniture, cut_value(cut)},
      {schema::slot::kPositions, std::move(text.positions)}};
  std::erase_if(values, [](const auto& value) { return value.second.empty(); });
  for (auto& names : name_values(article)) values.push_back(std::move(names));
  std::ranges::sort(values);
  return values;
}

/// Adds where the words among some terms stand, and those of the title once more.
void add_positions(std::map<std::string, std::vector<std::uint32_t>>& positions,
                   const std::vector<Posting>& terms, const Positions& read) {
  std::map<std::uint32_t, std::string> words;
  for (const Posting& posting : terms) {
    if (posting.weight == 0 || posting.term.starts_with(schema::prefix::kTitle)) continue;
    words[read.number_of(position_hash(posting.term))] = posting.term;
  }
  const bool is_sound = read.for_each([&](std::uint32_t number, std::uint32_t position) {
    const std::string& word = words[number];
    positions[word].push_back(position);
    if (position <= read.title_words())
      positions[make_term(schema::prefix::kTitle, word)].push_back(position);
    return true;
  });
  if (!is_sound) positions.clear();
}

}  // namespace

std::string language_of(const Article& article) {
  if (!article.language.empty()) return article.language;
  if (article.body.size() >= kTellingBytes) return detected_language(article.body);
  return detected_language(article.title + '\n' + article.summary + '\n' + article.body);
}

std::vector<std::pair<std::uint32_t, std::string>> make_values(const Article& article,
                                                               const std::string& data,
                                                               std::string_view file_key) {
  return values_of(article, data, language_of(article), file_key, {}, {});
}

Postings make_postings(const Article& article, Tokenizer& tokenizer, std::string_view file_key, EdgeCut cut) {
  Postings postings;
  postings.cut = cut;
  postings.id_term = make_term(schema::prefix::kId, article.id);
  postings.language = language_of(article);
  TermTable table;
  TextValues text;
  table.add_filter(schema::prefix::kId, article.id);
  if (!article.wire.is_withdrawn) {
    add_filters(table, article, postings.language);
    TextSketch sketch;
    add_text(table, article, tokenizer, postings, sketch);
    text.signature = sketch.signature();
    text.positions = table.positions();
  }
  std::sort(postings.names.begin(), postings.names.end());
  postings.names.erase(std::unique(postings.names.begin(), postings.names.end()), postings.names.end());
  postings.terms = table.take();
  postings.data = to_json(article);
  postings.values = values_of(article, postings.data, postings.language, file_key, std::move(text), cut);
  return postings;
}

std::string describe(const Postings& postings) {
  std::map<std::string, std::vector<std::uint32_t>> positions;  // of terms
  const auto value = std::ranges::find(postings.values, schema::slot::kPositions,
                                       &std::pair<std::uint32_t, std::string>::first);
  const auto read = value == postings.values.end() ? std::nullopt : Positions::read(value->second);
  if (read) add_positions(positions, postings.terms, *read);
  std::string line;
  for (const Posting& posting : postings.terms) {
    if (!line.empty()) line += ' ';
    line += posting.term;
    if (posting.weight != 0) line += fmt::format(":{}", posting.weight);
    const auto place = positions.find(posting.term);
    if (place != positions.end()) line += fmt::format("[{}]", fmt::join(place->second, ","));
  }
  return line;
}

}  // namespace newsline
