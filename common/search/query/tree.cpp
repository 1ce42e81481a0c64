// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/query/tree.h"

#include <fmt/format.h>

#include <string_view>

#include "common/search/query/signs.h"
#include "common/text/published.h"

namespace newsline {
namespace {

std::string_view field_prefix(WordField field) { return field == WordField::title ? "title:" : ""; }

std::string_view name_of(NameField field) {
  switch (field) {
    case NameField::tag:
      return "tag";
    case NameField::author:
      return "author";
    case NameField::source:
      return "source";
    case NameField::language:
      return "lang";
    case NameField::section:
      return "section";
    case NameField::id:
      return "id";
  }
  return "";
}

/// Whether a question must put the name in quotes.
bool needs_quotes(std::string_view name) {
  if (name.starts_with('-') || name.starts_with('\'')) return true;
  for (std::size_t at = 0; at < name.size();) {
    const Glyph glyph = glyph_at(name, at);
    const bool plain = glyph.sign == Sign::none || glyph.sign == Sign::dash || glyph.sign == Sign::colon ||
                       glyph.sign == Sign::hash || glyph.sign == Sign::equals;
    if (!plain) return true;
    at += glyph.bytes;
  }
  return false;
}

/// One end of a range, or nothing where it is open.
template <typename Value, typename Print>
std::string range(const std::optional<Value>& first, const std::optional<Value>& last, Print print) {
  if (first && last && *first == *last) return print(*first);
  return (first ? print(*first) : std::string{}) + ".." + (last ? print(*last) : std::string{});
}

struct Describer {
  std::string operator()(const Words& words) const {
    std::string text = fmt::format("{}", fmt::join(words.forms, " "));
    if (words.forms.size() > 1) {
      text = '"' + text + '"';
    } else if (words.quoted) {
      text = '=' + text;
    } else if (words.near_spelling) {
      text += '~';
    }
    const std::string weight = words.weight() != 1 ? fmt::format("^{}", words.weight()) : "";
    return fmt::format("{}{}{}", field_prefix(words.field), text, weight);
  }

  std::string operator()(const Prefix& prefix) const {
    return fmt::format("{}{}*", field_prefix(prefix.field), prefix.stem);
  }

  std::string operator()(const Near& near) const {
    std::vector<std::string> parts;
    for (const Words& part : near.parts) parts.push_back((*this)(part));
    return fmt::format("near/{}({})", near.distance, fmt::join(parts, ", "));
  }

  std::string operator()(const Named& named) const {
    const std::string_view quote = needs_quotes(named.name) ? "\"" : "";
    return fmt::format("{}:{}{}{}", name_of(named.field), quote, named.name, quote);
  }

  std::string operator()(const DayRange& days) const {
    return "date:" + range(days.first, days.last, [](std::chrono::sys_days day) { return iso8601(day); });
  }

  std::string operator()(const ReadsRange& reads) const {
    return "reads:" + range(reads.least, reads.most, [](std::uint64_t n) { return std::to_string(n); });
  }

  std::string operator()(const Everything& /*all*/) const { return "*"; }
  std::string operator()(const AllOf& all) const { return list("all", all.parts); }
  std::string operator()(const AnyOf& any) const {
    if (any.shares.empty()) return list("any", any.parts);
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < any.parts.size(); ++i)
      parts.push_back(fmt::format("{:.2g} {}", any.shares[i], describe(any.parts[i])));
    return fmt::format("any({})", fmt::join(parts, ", "));
  }
  std::string operator()(const NoneOf& none) const { return list("not", none.parts); }

  static std::string list(std::string_view name, const std::vector<QueryNode>& parts) {
    std::string text{name};
    text += '(';
    for (const QueryNode& part : parts) {
      if (&part != &parts.front()) text += ", ";
      text += describe(part);
    }
    return text + ')';
  }
};

}  // namespace

std::string describe(const QueryNode& node) { return std::visit(Describer{}, node.meaning); }

}  // namespace newsline
