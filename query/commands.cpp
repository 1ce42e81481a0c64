// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/commands.h"

#include <fmt/format.h>

#include <memory>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "common/console/ending.h"
#include "common/error.h"
#include "common/search/archive.h"
#include "common/search/query/parse_query.h"
#include "common/text/printable.h"

namespace newsline {
namespace {

std::unique_ptr<Renderer> make_renderer(Format format, Look& look) {
  switch (format) {
    case Format::json:
      return make_json_renderer(look);
    case Format::jsonl:
      return make_jsonl_renderer(look);
    case Format::csv:
      return make_csv_renderer(look);
    case Format::text:
      break;
  }
  return make_text_renderer(look);
}

std::string indented(std::string_view lines) {
  std::string text = "  ";
  for (const char c : lines) {
    text += c;
    if (c == '\n') text += "  ";
  }
  return text + '\n';
}

/// What was asked, pointed at, and what to write instead.
int tell_mistake(const Options& options, const Mistake& mistake, Look& look) {
  look.notes.write(error_text(kProgram, mistake.message, "", look.paint_of_notes));
  const bool shows = !printable_line(options.words).empty();
  if (shows) look.notes.write(indented(point_at(options.words, mistake.where)));
  if (!mistake.hint.empty()) look.notes.write(indented(mistake.hint));
  return exit_code(ErrorKind::usage);
}

Request request_of(const Options& options, QueryNode query) {
  Request request;
  request.query = std::move(query);
  request.sort = options.sort;
  request.offset = options.offset;
  request.limit = options.limit;
  request.facets = options.facets;
  request.tags = options.tags;
  request.any_tag = options.any_tag;
  request.sideways = options.sideways;
  request.snippets = options.snippets;
  return request;
}

int search(const Options& options, const std::string& index, std::chrono::sys_days today, Look& look) {
  const ParseOptions how{options.match, today};
  auto parsed = options.plain ? plain_query(options.words, how) : parse_query(options.words, how);
  if (const auto* const mistake = std::get_if<Mistake>(&parsed)) return tell_mistake(options, *mistake, look);
  const Request request = request_of(options, std::get<QueryNode>(std::move(parsed)));

  const auto start = std::chrono::steady_clock::now();
  Archive archive(index);
  Answer answer{options, archive.search(request), {}, 0};
  answer.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  if (options.explain) answer.explanation = archive.explain(request);
  make_renderer(options.format, look)->answer(answer);
  return answer.page.total == 0 ? kNoHits : kDone;
}

int show(const Options& options, const std::string& index, Look& look) {
  const std::optional<Article> article = Archive(index).article(options.words);
  if (!article) {
    look.notes.write(error_text(kProgram, fmt::format("there is no article \"{}\"", options.words),
                                "answers tell the ids, below each article", look.paint_of_notes));
    return kNoHits;
  }
  make_renderer(options.format, look)->article(*article);
  return kDone;
}

int list_tags(const Options& options, const std::string& index, Look& look) {
  std::string_view prefix = options.words;
  if (prefix.starts_with('#')) prefix.remove_prefix(1);
  const std::vector<FacetCount> tags = Archive(index).tags(prefix);
  make_renderer(options.format, look)->tags(tags);
  return tags.empty() ? kNoHits : kDone;
}

}  // namespace

int run_command(const Options& options, const Environment& environment, std::chrono::sys_days today,
                Look& look) {
  const std::string index = options.index.empty() ? default_index(environment) : options.index;
  switch (options.command) {
    case CommandName::show:
      return show(options, index, look);
    case CommandName::tags:
      return list_tags(options, index, look);
    case CommandName::search:
      break;
  }
  return search(options, index, today, look);
}

}  // namespace newsline
