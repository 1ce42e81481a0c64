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
#include "query/ask/question.h"
#include "query/publish/publish.h"
#include "query/timeline/timeline_command.h"

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
    case Format::atom:
    case Format::markdown:
      break;
  }
  return make_text_renderer(look);
}

void write(const Answer& answer, Look& look) {
  const Format format = answer.options.format;
  if (!answer.options.line_template.empty()) return write_lines(answer, look);
  if (format == Format::atom) return write_atom(answer, look);
  if (format == Format::markdown) return write_markdown(answer, look);
  make_renderer(format, look)->answer(answer);
}

int search(const Options& options, const std::string& index, std::chrono::sys_days today, Look& look) {
  auto parsed = read_question(options.words, options, today);
  if (const auto* const mistake = std::get_if<Mistake>(&parsed)) {
    return tell_mistake(options.words, *mistake, look);
  }
  const Request request = request_of(options, std::get<QueryNode>(std::move(parsed)), index, today);

  const auto start = std::chrono::steady_clock::now();
  Archive archive(index);
  Answer answer{options, archive.search(request), {}, 0};
  answer.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  if (options.explain) answer.explanation = archive.explain(request);
  write(answer, look);
  return answer.page.total == 0 ? kNoHits : kDone;
}

int tell_unknown(const std::string& id, Look& look) {
  look.notes.write(error_text(kProgram, fmt::format("there is no article \"{}\"", id),
                              "answers tell the ids, below each article", look.paint_of_notes));
  return kNoHits;
}

int related(const Options& options, const std::string& index, Look& look) {
  Request request;
  request.limit = options.limit;
  request.fold = !options.copies;
  request.snippets = options.snippets;
  auto page = Archive(index).related(options.words, request);
  if (!page) return tell_unknown(options.words, look);
  const Answer answer{options, std::move(*page), {}, 0};
  write(answer, look);
  return answer.page.total == 0 ? kNoHits : kDone;
}

int show(const Options& options, const std::string& index, Look& look) {
  const std::optional<Article> article = Archive(index).article(options.words);
  if (!article) return tell_unknown(options.words, look);
  if (options.format == Format::markdown) {
    write_markdown(*article, look);
  } else {
    make_renderer(options.format, look)->article(*article);
  }
  return kDone;
}

int list_tags(const Options& options, const std::string& index, Look& look) {
  std::string_view prefix = options.words;
  if (prefix.starts_with('#')) prefix.remove_prefix(1);
  const std::vector<FacetCount> tags = Archive(index).tags(prefix);
  make_renderer(options.format, look)->tags(tags);
  return tags.empty() ? kNoHits : kDone;
}

int suggest(const Options& options, const std::string& index, Look& look) {
  const std::vector<Suggestion> suggestions = Archive(index).suggest(options.words, options.limit);
  make_renderer(options.format, look)->suggestions(suggestions);
  return suggestions.empty() ? kNoHits : kDone;
}

int list_acronyms(const Options& options, const std::string& index, Look& look) {
  const std::vector<KnownAcronym> acronyms = Archive(index).acronyms(options.words);
  make_renderer(options.format, look)->acronyms(acronyms);
  return acronyms.empty() ? kNoHits : kDone;
}

}  // namespace

int run_command(const Options& options, const Environment& environment, std::chrono::sys_days today,
                Look& look) {
  const std::string index = options.index.empty() ? default_index(environment) : options.index;
  switch (options.command) {
    case CommandName::show:
      return show(options, index, look);
    case CommandName::related:
      return related(options, index, look);
    case CommandName::tags:
      return list_tags(options, index, look);
    case CommandName::suggest:
      return suggest(options, index, look);
    case CommandName::acronyms:
      return list_acronyms(options, index, look);
    case CommandName::timeline:
      return draw_timeline(options, index, today, look);
    case CommandName::first:
    case CommandName::search:
      break;
  }
  return search(options, index, today, look);
}

}  // namespace newsline
