// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "query/declare/declare.h"
#include "query/option_values.h"
#include "query/publish/line_template.h"

namespace newsline {
namespace {

bool has_place(Format format, CommandName command) {
  if (format != Format::atom && format != Format::markdown) return true;
  if (format == Format::markdown && command == CommandName::show) return true;
  const OptionTable::Commands those = showing_hits();
  return std::ranges::find(those, command) != those.end();
}

}  // namespace

void declare_publish_options(OptionTable& table, Options& options) {
  table.add(
      showing_hits(), "--template", "TEXT",
      [&options](const std::string& text) {
        static_cast<void>(LineTemplate(text));  // says what is wrong with it
        options.line_template = text;
      },
      "a line for each article: '{published} {title} {url}';\n"
      "also {rank} {id} {reads} {lang} {source} {section}\n"
      "{tags} {authors} {path} {score} {snippet} {story}\n"
      "{copies}, \\t and \\n");
}

void check_format(const Options& options) {
  const std::string_view format = name_of(kFormatNames, options.format);
  if (!has_place(options.format, options.command)) {
    throw usage(fmt::format("{} has no --format {}", name_of(kCommandNames, options.command), format),
                "text, json, jsonl and csv are for every command");
  }
  const bool is_template = !options.line_template.empty();
  if (is_template && options.format != Format::text) {
    throw usage(fmt::format("--template has no place in --format {}", format), "leave one of them out");
  }
  const bool is_rows =
      options.format == Format::csv || options.format == Format::jsonl || options.format == Format::atom;
  if (options.facets.empty() || (!is_rows && !is_template)) return;
  throw usage(is_template ? "--facet has no place beside --template"
                          : fmt::format("--facet has no place in --format {}", format),
              "take --format json, or text");
}

}  // namespace newsline
