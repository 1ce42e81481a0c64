// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/expand/synonyms.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "common/error.h"
#include "common/text/tokenizer.h"

namespace newsline {
namespace {

[[noreturn]] void refuse(std::string_view name, std::size_t line, const std::string& what) {
  throw Error(ErrorKind::usage, fmt::format("line {} of \"{}\" {}", line, name, what),
              "a line is what means the same, with = between: Kyiv = Kiev");
}

std::vector<Synonyms::Forms> group_of(std::string_view line, std::string_view name, std::size_t number,
                                      Tokenizer& tokenizer) {
  std::vector<Synonyms::Forms> group;
  while (true) {
    const std::size_t end = std::min(line.find('='), line.size());
    Synonyms::Forms forms;
    for (const Token& token : tokenizer.tokens(line.substr(0, end))) forms.emplace_back(token.form);
    if (forms.empty()) refuse(name, number, "has no word beside a =");
    group.push_back(std::move(forms));
    if (end == line.size()) break;
    line.remove_prefix(end + 1);
  }
  if (group.size() < 2) refuse(name, number, "has no =");
  return group;
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

bool begins_with(std::span<const std::string> words, const Synonyms::Forms& forms) {
  return forms.size() <= words.size() && std::equal(forms.begin(), forms.end(), words.begin());
}

}  // namespace

Synonyms::Synonyms(std::string_view text, std::string_view name) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  Tokenizer tokenizer;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    const std::string_view said = line.substr(0, line.find('#'));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (is_blank(said)) continue;
    groups_.push_back(group_of(said, name, number, tokenizer));
    for (const Forms& forms : groups_.back()) places_.emplace(forms.front(), groups_.size() - 1);
  }
}

Synonyms::Match Synonyms::match(std::span<const std::string> words) const {
  Match match;
  if (words.empty()) return match;
  const auto [first, last] = places_.equal_range(words.front());
  for (auto place = first; place != last; ++place)
    for (const Forms& forms : groups_[place->second])
      if (begins_with(words, forms)) match.words = std::max(match.words, forms.size());
  std::set<Forms> others;
  for (auto place = first; place != last; ++place) {
    const auto& group = groups_[place->second];
    const auto is_said = [&](const Forms& forms) {
      return forms.size() == match.words && begins_with(words, forms);
    };
    if (std::any_of(group.begin(), group.end(), is_said))
      std::remove_copy_if(group.begin(), group.end(), std::inserter(others, others.end()), is_said);
  }
  match.others.assign(others.begin(), others.end());
  return match;
}

}  // namespace newsline
