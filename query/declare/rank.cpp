// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <string_view>

#include "query/declare/declare.h"
#include "query/option_values.h"

namespace newsline {
namespace {

constexpr std::size_t kMostUnits = 10'000;

/// `30d`, `8w` or `1y`.
std::chrono::days half_life_of(std::string_view text) {
  constexpr std::string_view kHint = "--recency 30d: an article of today counts twice as much as an old one";
  const char unit = text.back();
  const int days = unit == 'd' ? 1 : unit == 'w' ? 7 : unit == 'y' ? 365 : 0;
  const std::string_view digits = text.substr(0, text.size() - 1);
  if (days == 0 || digits.empty() || digits.find_first_not_of("0123456789") != std::string_view::npos) {
    throw usage(wrong_value("--recency", "days, weeks or years, as 30d, 8w or 1y", text), std::string(kHint));
  }
  return std::chrono::days(days *
                           static_cast<int>(number("the number behind --recency", digits, 1, kMostUnits)));
}

}  // namespace

void declare_rank_options(OptionTable& table, Options& options) {
  const OptionTable::Commands search{CommandName::search};
  table.add(
      search, "--recency", "AGE",
      [&options](const std::string& text) { options.mix.half_life = half_life_of(text); },
      "by relevance, new articles rank higher: those of today\n"
      "score twice, and half of that is lost in AGE (30d, 8w\n"
      "or 1y), in another AGE half of the rest");
  table.add_flag(search, "--boost-reads", options.mix.reads, true,
                 "by relevance, articles that are read more rank higher");
}

void check_rank(const Options& options) {
  if (options.sort == SortOrder::relevance || !options.mix.changes()) return;
  throw usage(
      fmt::format("{} changes the order by relevance, not --sort {}",
                  options.mix.half_life ? "--recency" : "--boost-reads", name_of(kSortNames, options.sort)),
      "leave one of them out");
}

}  // namespace newsline
