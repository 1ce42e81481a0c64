// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "common/search/query/fields.h"
#include "common/text/fold.h"
#include "query/declare/declare.h"
#include "query/option_values.h"

namespace newsline {
namespace {

constexpr std::size_t kMaxFacets = 100;
constexpr std::size_t kMaxFacetValues = 100'000;
constexpr std::size_t kMaxBounds = 100;
constexpr std::size_t kMaxTags = 100;
constexpr std::size_t kMaxReads = 1'000'000'000'000'000'000;

void require_few(std::string_view option, const std::vector<std::string>& values, std::size_t most) {
  if (values.size() > most) throw usage(fmt::format("{} stands there more than {} times", option, most));
}

bool counts_names(FacetField field) {
  return field != FacetField::year && field != FacetField::month && field != FacetField::day &&
         field != FacetField::reads;
}

/// `0,100,1000`
std::vector<std::uint64_t> bounds_of(std::string_view text) {
  std::vector<std::uint64_t> bounds;
  while (true) {
    const std::size_t comma = text.find(',');
    bounds.push_back(number("each bound behind --facet reads:", text.substr(0, comma), 0, kMaxReads));
    if (bounds.size() > 1 && bounds[bounds.size() - 2] >= bounds.back()) {
      throw usage("the bounds behind --facet reads: do not ascend",
                  "write them as in --facet reads:0,100,1000");
    }
    if (bounds.size() > kMaxBounds) throw usage(fmt::format("--facet reads: takes {} bounds", kMaxBounds));
    if (comma == std::string_view::npos) return bounds;
    text.remove_prefix(comma + 1);
  }
}

/// `tag`, `tag:20`, `reads:0,100,1000`
FacetRequest facet_request(const std::string& text) {
  const std::size_t colon = text.find(':');
  FacetRequest request;
  request.field = choice("--facet", kFacetNames, text.substr(0, colon));
  if (request.field == FacetField::reads) {
    if (colon == std::string::npos) {
      throw usage("--facet reads needs the numbers at which ranges begin", "--facet reads:0,100,1000");
    }
    request.bounds = bounds_of(std::string_view(text).substr(colon + 1));
  } else if (colon != std::string::npos) {
    request.limit = number("the number behind --facet", text.substr(colon + 1), 1, kMaxFacetValues);
  }
  return request;
}

/// What `#CSTO` or `csto` is called in the index.
std::string tag_name(const std::string& text) {
  const auto read = name_filter(NameField::tag, text, {});
  if (const auto* const mistake = std::get_if<Mistake>(&read)) {
    throw usage(fmt::format("--tag takes the name of a tag, not \"{}\": {}", text, mistake->message));
  }
  return std::get<Named>(std::get<QueryNode>(read).meaning).name;
}

/// `tag:ar` narrows the facets of tags; where none is asked for, it asks for one.
void narrow(const std::string& text, std::vector<FacetRequest>& facets) {
  const std::size_t colon = text.find(':');
  const FacetField field = choice("--facet-prefix", kFacetNames, text.substr(0, colon));
  const std::string prefix = colon == std::string::npos ? "" : fold(text.substr(colon + 1));
  if (!counts_names(field) || prefix.empty()) {
    throw usage(wrong_value("--facet-prefix", "a field of names, a colon and how they begin", text),
                "--facet-prefix tag:ar");
  }
  if (std::ranges::find(facets, field, &FacetRequest::field) == facets.end()) {
    facets.emplace_back();
    facets.back().field = field;
  }
  for (FacetRequest& facet : facets) {
    if (facet.field == field) facet.prefix = prefix;
  }
}

}  // namespace

void declare_facet_options(OptionTable& table, Options& options) {
  const OptionTable::Commands search{CommandName::search};
  table.add_list(
      asking(), "--tag", "TAG",
      [&options](const std::vector<std::string>& tags) {
        require_few("--tag", tags, kMaxTags);
        options.tags.clear();
        for (const std::string& tag : tags) options.tags.push_back(tag_name(tag));
      },
      "only articles with this tag; of several, with all.\nRepeatable");
  table.add_flag(asking(), "--any-tag", options.any_tag, true, "of several --tag, one is enough");
  table.add_list(
      search, "--facet", "FIELD[:N]",
      [&options](const std::vector<std::string>& facets) {
        require_few("--facet", facets, kMaxFacets);
        options.facets.clear();
        for (const std::string& facet : facets) options.facets.push_back(facet_request(facet));
      },
      "count the whole answer by tag, source, author, lang,\n"
      "section, year, month or day; the first N values: 10.\n"
      "By reads:0,100,1000 in these ranges. Repeatable");
  table.add_list(
      search, "--facet-prefix", "FIELD:X",
      [&options](const std::vector<std::string>& prefixes) {
        require_few("--facet-prefix", prefixes, kMaxFacets);
        options.facet_prefixes = prefixes;
      },
      "of that facet, only names that begin so");
  table.add_flag(search, "--with-lift", options.with_lift, true,
                 "of facets of names, those that are surprisingly\nfrequent here, by log-likelihood");
  table.add(
      search, "--count", "WHAT",
      [&options](const std::string& name) {
        options.count_stories = choice("--count", kCountNames, name) == Counted::stories;
      },
      "what facets count: articles (default) or stories");
  table.add_flag(search, "--no-sideways", options.sideways, false,
                 "count tags within what --tag lets through; else they\n"
                 "are counted as if there were no --tag");
}

void finish_facets(Options& options) {
  for (const std::string& prefix : options.facet_prefixes) narrow(prefix, options.facets);
  if (options.count_stories && options.facets.empty())
    throw usage("--count stories needs a facet", "--facet tag --count stories");
  if (!options.with_lift) return;
  if (options.count_stories) {
    throw usage("--with-lift compares numbers of articles, and --count stories counts no articles",
                "leave one of them out");
  }
  for (FacetRequest& facet : options.facets) facet.with_lift = counts_names(facet.field);
  if (std::ranges::none_of(options.facets, &FacetRequest::with_lift)) {
    throw usage("--with-lift needs a facet of names", "--facet tag --with-lift");
  }
}

}  // namespace newsline
