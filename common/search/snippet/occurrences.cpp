// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/snippet/occurrences.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace newsline {
namespace {

/// The items of a question by how they begin, so that a token meets only those that it may fit.
class Lookup {
 public:
  Lookup(const Wanted& wanted, bool is_title) : wanted_(wanted) {
    for (std::size_t index = 0; index < wanted.items.size(); ++index) {
      const Wanted::Item& item = wanted.items[index];
      if (item.title_only && !is_title) continue;
      const std::string_view first = item.forms.front();
      (item.is_prefix ? prefixes_ : words_)[first].push_back(index);
      if (item.is_prefix) stem_sizes_.push_back(first.size());
    }
    std::ranges::sort(stem_sizes_);
    const auto repeated = std::unique(stem_sizes_.begin(), stem_sizes_.end());
    stem_sizes_.erase(repeated, stem_sizes_.end());
  }

  /// Appends what begins at the first of `tokens`.
  void append(std::span<const Token> tokens, std::vector<Occurrence>& found) const {
    const Token& first = tokens.front();
    if (const auto items = words_.find(first.form); items != words_.end()) {
      for (const std::size_t item : items->second) append_if_all_stand(tokens, item, found);
    }
    for (const std::size_t size : stem_sizes_) {
      if (size > first.form.size()) break;
      const auto items = prefixes_.find(first.form.substr(0, size));
      if (items == prefixes_.end()) continue;
      for (const std::size_t item : items->second) found.push_back({first.span, item});
    }
  }

 private:
  void append_if_all_stand(std::span<const Token> tokens, std::size_t item,
                           std::vector<Occurrence>& found) const {
    const std::vector<std::string>& forms = wanted_.items[item].forms;
    if (forms.size() > tokens.size()) return;
    const auto here = tokens.first(forms.size());
    if (!std::ranges::equal(forms, here, {}, {}, &Token::form)) return;
    found.push_back({{here.front().span.begin, here.back().span.end}, item});
  }

  using Index = std::unordered_map<std::string_view, std::vector<std::size_t>>;

  const Wanted& wanted_;
  Index words_;
  Index prefixes_;
  std::vector<std::size_t> stem_sizes_;  ///< ascending
};

}  // namespace

std::vector<Occurrence> occurrences(std::span<const Token> tokens, const Wanted& wanted, bool is_title) {
  const Lookup lookup(wanted, is_title);
  std::vector<Occurrence> found;
  for (std::size_t at = 0; at < tokens.size(); ++at) lookup.append(tokens.subspan(at), found);
  return found;
}

std::vector<Span> covered(std::span<const Occurrence> occurrences, Span part) {
  std::vector<Span> spans;
  for (const Occurrence& each : occurrences) {
    if (each.span.begin < part.begin || each.span.end > part.end) continue;
    if (!spans.empty() && each.span.begin < spans.back().end) {
      spans.back().end = std::max(spans.back().end, each.span.end);
    } else {
      spans.push_back(each.span);
    }
  }
  return spans;
}

}  // namespace newsline
