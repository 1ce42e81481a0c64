// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/search/archive/brute_force.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "common/text/fold.h"

namespace newsline::test {
namespace {

using Forms = std::vector<std::string>;

Forms forms_of(const std::string& text) {
  Tokenizer tokenizer;
  Forms forms;
  for (const Token& token : tokenizer.tokens(text)) forms.emplace_back(token.form);
  return forms;
}

bool has_run(const Forms& text, const Forms& run) { return !std::ranges::search(text, run).empty(); }

bool has_prefix(const Forms& text, const std::string& stem) {
  return std::ranges::any_of(text, [&](const std::string& form) { return form.starts_with(stem); });
}

/// Of two words.
bool has_near(const Forms& text, const Near& near) {
  for (std::size_t a = 0; a < text.size(); ++a) {
    for (std::size_t b = 0; b < text.size(); ++b) {
      const std::size_t apart = a < b ? b - a : a - b;
      if (a != b && apart <= near.distance && text[a] == near.parts[0].forms.front() &&
          text[b] == near.parts[1].forms.front()) {
        return true;
      }
    }
  }
  return false;
}

bool is_text(const QueryNode& node) {
  return std::holds_alternative<Words>(node.meaning) || std::holds_alternative<Prefix>(node.meaning) ||
         std::holds_alternative<Near>(node.meaning);
}

bool has_name(const std::vector<std::string>& names, const std::string& wanted) {
  return std::ranges::any_of(names, [&](const std::string& name) { return fold(name) == wanted; });
}

std::vector<std::string> values_of(const Article& article, FacetField field) {
  const auto one = [](const std::string& name) {
    return name.empty() ? std::vector<std::string>() : std::vector<std::string>{name};
  };
  const std::string day = article.published ? iso8601(article.published->day) : "";
  switch (field) {
    case FacetField::tag:
      return article.tags;
    case FacetField::author:
      return article.authors;
    case FacetField::source:
      return one(article.source);
    case FacetField::language:
      return one(article.language);
    case FacetField::section:
      return one(article.section);
    case FacetField::year:
      return one(day.substr(0, 4));
    case FacetField::month:
      return one(day.substr(0, 7));
    case FacetField::day:
      return one(day);
  }
  return {};
}

}  // namespace

/// Whether one article matches.
class BruteForce::Judge {
 public:
  Judge(const Read& read, bool relaxed) : read_(read), relaxed_(relaxed) {}

  bool operator()(const Words& words) const {
    return in_text(words.field, [&](const Forms& text) { return has_run(text, words.forms); });
  }
  bool operator()(const Prefix& prefix) const {
    return in_text(prefix.field, [&](const Forms& text) { return has_prefix(text, prefix.stem); });
  }
  bool operator()(const Near& near) const {
    return in_text(near.parts.front().field, [&](const Forms& text) { return has_near(text, near); });
  }
  bool operator()(const Named& named) const {
    const Article& article = read_.article;
    switch (named.field) {
      case NameField::tag:
        return has_name(article.tags, named.name);
      case NameField::author:
        return has_name(article.authors, named.name);
      case NameField::source:
        return fold(article.source) == named.name;
      case NameField::language:
        return article.language == named.name;
      case NameField::section:
        return fold(article.section) == named.name;
      case NameField::id:
        return article.id == named.name;
    }
    return false;
  }
  bool operator()(const DayRange& range) const {
    const auto& published = read_.article.published;
    return published && (!range.first || *range.first <= published->day) &&
           (!range.last || published->day <= *range.last);
  }
  bool operator()(const ReadsRange& range) const {
    const auto& reads = read_.article.reads;
    return reads && (!range.least || *range.least <= *reads) && (!range.most || *reads <= *range.most);
  }
  bool operator()(const Everything& /*all*/) const { return true; }
  bool operator()(const AnyOf& any) const { return any_matches(any.parts); }
  bool operator()(const NoneOf& none) const { return !Judge(read_, false).any_matches(none.parts); }
  bool operator()(const AllOf& all) const {
    std::vector<QueryNode> texts;
    bool filters = true;
    for (const QueryNode& part : all.parts) {
      if (relaxed_ && is_text(part)) {
        texts.push_back(part);
      } else {
        filters = filters && matches(part);
      }
    }
    return filters && (texts.empty() || any_matches(texts));
  }

  [[nodiscard]] bool matches(const QueryNode& node) const { return std::visit(*this, node.meaning); }

 private:
  [[nodiscard]] bool any_matches(const std::vector<QueryNode>& parts) const {
    return std::ranges::any_of(parts, [this](const QueryNode& part) { return matches(part); });
  }

  template <typename Test>
  [[nodiscard]] bool in_text(WordField field, Test test) const {
    return test(read_.title) || (field == WordField::text && test(read_.body));
  }

  const Read& read_;
  bool relaxed_;
};

BruteForce::BruteForce(const std::vector<Article>& articles) {
  for (const Article& article : articles) {
    all_.push_back({article, forms_of(article.title), forms_of(article.body)});
  }
}

std::vector<Article> BruteForce::matches(const QueryNode& query, bool relaxed) const {
  std::vector<Article> found;
  for (const Read& read : all_) {
    if (Judge(read, relaxed).matches(query)) found.push_back(read.article);
  }
  return found;
}

bool comes_before(const Article& a, const Article& b, SortOrder order) {
  const auto time = [&](const Article& article) {
    const std::int64_t seconds = article.published ? article.published->utc_seconds() : 0;
    return std::pair(!article.published, order == SortOrder::oldest ? seconds : -seconds);
  };
  const auto reads = [&](const Article& article) {
    if (order != SortOrder::most_read) return std::pair(false, std::uint64_t{0});
    return std::pair(!article.reads, ~article.reads.value_or(0));
  };
  return std::tuple(reads(a), time(a), a.id) < std::tuple(reads(b), time(b), b.id);
}

Facet counted(const std::vector<Article>& articles, FacetField field) {
  Facet facet{field, {}, 0, 0};
  std::map<std::string, std::map<std::string, std::uint64_t>> spellings;
  for (const Article& article : articles) {
    const std::vector<std::string> values = values_of(article, field);
    if (values.empty()) ++facet.without;
    for (const std::string& value : values) ++spellings[fold(value)][value];
  }
  for (const auto& [folded, counts] : spellings) {
    FacetCount sum;
    std::uint64_t most = 0;
    for (const auto& [spelling, count] : counts) {
      if (count > most) sum.value = spelling;
      most = std::max(most, count);
      sum.count += count;
    }
    facet.counts.push_back(sum);
  }
  const bool by_time = field == FacetField::year || field == FacetField::month || field == FacetField::day;
  if (!by_time) std::ranges::stable_sort(facet.counts, std::greater(), &FacetCount::count);
  facet.distinct = facet.counts.size();
  return facet;
}

}  // namespace newsline::test
