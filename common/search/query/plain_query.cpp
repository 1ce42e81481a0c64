// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/search/query/function_words.h"
#include "common/search/query/join_nodes.h"
#include "common/search/query/parse_query.h"
#include "common/text/tokenizer.h"

namespace newsline {

std::variant<QueryNode, Mistake> plain_query(std::string_view text, const ParseOptions& options) {
  Tokenizer tokenizer;
  std::vector<QueryNode> parts;
  std::unordered_map<std::string_view, std::size_t> part_of;
  for (const Token& token : tokenizer.tokens(text)) {
    const auto known = part_of.find(token.form);
    if (known != part_of.end()) {
      ++std::get<Words>(parts[known->second].meaning).repeats;
    } else if (parts.size() < kMaxPlainForms) {
      part_of.emplace(token.form, parts.size());
      parts.push_back({Words{.forms = {std::string{token.form}}}, token.span});
    }
  }
  if (parts.empty()) {
    return Mistake{"there is no word in the question", "write words or numbers", {0, text.size()}};
  }
  QueryNode query =
      options.match == MatchMode::all ? joined<AllOf>(std::move(parts)) : joined<AnyOf>(std::move(parts));
  mark_function_words(query);
  return query;
}

}  // namespace newsline
