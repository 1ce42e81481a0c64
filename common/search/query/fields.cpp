// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/query/fields.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <string>
#include <utility>

#include "common/search/query/signs.h"
#include "common/text/fold.h"

namespace newsline {
namespace {

constexpr std::array kFields{
    std::pair{std::string_view{"title"}, Field::title},
    std::pair{std::string_view{"tag"}, Field::tag},
    std::pair{std::string_view{"author"}, Field::author},
    std::pair{std::string_view{"source"}, Field::source},
    std::pair{std::string_view{"lang"}, Field::lang},
    std::pair{std::string_view{"section"}, Field::section},
    std::pair{std::string_view{"id"}, Field::id},
    std::pair{std::string_view{"date"}, Field::date},
    std::pair{std::string_view{"before"}, Field::before},
    std::pair{std::string_view{"after"}, Field::after},
    std::pair{std::string_view{"since"}, Field::since},
    std::pair{std::string_view{"reads"}, Field::reads},
};

bool equals_in_lower_case(std::string_view text, std::string_view lower) {
  return std::ranges::equal(text, lower,
                            [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
}

using Number = std::optional<std::uint64_t>;

Number number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = error == std::errc{} && end == text.data() + text.size();
  return whole ? Number{value} : std::nullopt;
}

/// Takes `prefix` off the front of `text`.
bool takes(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

constexpr std::string_view kReadsHint = "write reads:>100, reads:<=500, reads:100..500 or reads:487";

Mistake not_a_counter(std::string_view value, Span where) {
  return {shown(value) + " is not a number of reads", std::string{kReadsHint}, where};
}

Mistake impossible_reads(std::string_view value, Span where) {
  return {"no article can have " + shown(value) + " reads", std::string{kReadsHint}, where};
}

std::variant<QueryNode, Mistake> compared_reads(std::string_view value, Span where) {
  std::string_view rest = value;
  const bool more = takes(rest, ">");
  const bool at_least = more ? takes(rest, "=") : takes(rest, "≥");
  const bool less = !more && !at_least && takes(rest, "<");
  if (less) takes(rest, "=");
  const bool at_most = less ? value.starts_with("<=") : takes(rest, "≤");
  const Number limit = number(rest);
  if (!limit) return not_a_counter(value, where);
  if (at_least) return QueryNode{ReadsRange{*limit, {}}, where};
  if (at_most) return QueryNode{ReadsRange{{}, *limit}, where};
  if (less && *limit == 0) return impossible_reads(value, where);
  if (less) return QueryNode{ReadsRange{{}, *limit - 1}, where};
  if (!more) return QueryNode{ReadsRange{*limit, *limit}, where};
  if (*limit == std::numeric_limits<std::uint64_t>::max()) return impossible_reads(value, where);
  return QueryNode{ReadsRange{*limit + 1, {}}, where};
}

}  // namespace

std::optional<Field> field_named(std::string_view name) {
  const auto* const found = std::ranges::find_if(
      kFields, [&](const auto& field) { return equals_in_lower_case(name, field.first); });
  return found == kFields.end() ? std::nullopt : std::optional{found->second};
}

std::string_view field_list() {
  return "title, tag, author, source, lang, section, id, date, before, after, since and reads";
}

std::variant<QueryNode, Mistake> name_filter(NameField field, std::string_view value, Span where) {
  // An id is an address or a path, in which upper and lower case differ.
  std::string name = field == NameField::id ? std::string{value} : fold(value);
  if (field == NameField::language) std::ranges::replace(name, '_', '-');  // en_US is en-us in articles
  if (field == NameField::tag) name.erase(0, name.find_first_not_of("# "));
  if (name.find_first_of("\t\n\v\f\r") != std::string::npos) {
    return Mistake{"a tab or a line end stands in the name", "write it on one line, with blanks", where};
  }
  if (name.empty()) return Mistake{"the name is empty", "write it after the colon", where};
  return QueryNode{Named{field, std::move(name)}, where};
}

std::variant<QueryNode, Mistake> reads_filter(std::string_view written, Span where) {
  const std::string ascii = with_ascii_signs(written);
  const std::string_view value = ascii;
  const std::size_t dots = value.find("..");
  if (dots == std::string_view::npos) return compared_reads(value, where);
  const std::string_view first = value.substr(0, dots);
  const std::string_view last = value.substr(dots + 2);
  const ReadsRange range{number(first), number(last)};
  const bool readable = (first.empty() || range.least) && (last.empty() || range.most);
  if (!readable || (!range.least && !range.most)) return not_a_counter(value, where);
  if (range.least && range.most && *range.least > *range.most) {
    return Mistake{"the range " + shown(value) + " ends before it begins", "write the smaller number first",
                   where};
  }
  return QueryNode{range, where};
}

}  // namespace newsline
