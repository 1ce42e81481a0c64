// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/search/snippet/random_question.h"

#include <algorithm>

#include "common/text/utf8.h"

namespace newsline::test {
namespace {

Wanted::Item item_at(std::span<const Token> tokens, RandomText& random) {
  Wanted::Item item;
  const std::size_t length = random.below(3) == 0 ? 1 + random.below(4) : 1;
  for (const Token& token : tokens.first(std::min(length, tokens.size()))) {
    item.forms.emplace_back(token.form);
  }
  if (item.forms.size() == 1 && random.below(3) == 0) {
    std::string& stem = item.forms.front();
    stem.resize(utf8_floor(stem, 1 + random.below(stem.size())));
    item.is_prefix = !stem.empty();
    if (stem.empty()) stem = "a";
  }
  return item;
}

}  // namespace

Wanted random_question(std::span<const Token> tokens, RandomText& random) {
  Wanted wanted;
  for (std::size_t count = random.below(6); count > 0; --count) {
    Wanted::Item item{.forms = {"absent"}};
    if (!tokens.empty() && random.below(8) != 0) {
      item = item_at(tokens.subspan(random.below(tokens.size())), random);
    }
    item.title_only = random.below(8) == 0;
    item.weight = static_cast<double>(1 + random.below(3));
    const auto alike = [&](const Wanted::Item& other) {
      return other.forms == item.forms && other.is_prefix == item.is_prefix;
    };
    if (std::ranges::none_of(wanted.items, alike)) wanted.items.push_back(std::move(item));
  }
  return wanted;
}

bool stands(const Wanted::Item& item, std::span<const Token> tokens) {
  if (item.is_prefix) return tokens.front().form.starts_with(item.forms.front());
  if (tokens.size() < item.forms.size()) return false;
  for (std::size_t at = 0; at < item.forms.size(); ++at) {
    if (tokens[at].form != item.forms[at]) return false;
  }
  return true;
}

}  // namespace newsline::test
