// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/commands.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <system_error>
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

/// The synonyms that the options name, or those in the folder of the index.
Synonyms synonyms_for(const Options& options, const std::string& index) {
  const bool named = !options.synonyms.empty();
  const std::string file = named ? options.synonyms : index + '/' + kSynonymsFile;
  std::error_code error;
  if (!named && !std::filesystem::exists(file, error)) return {};
  std::ifstream stream(file, std::ios::binary);
  std::string text(kMaxSynonymBytes + 1, '\0');
  stream.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (!stream.eof()) {
    throw Error(ErrorKind::usage,
                stream.fail()
                    ? fmt::format("cannot read the synonyms \"{}\"", file)
                    : fmt::format("the synonyms \"{}\" have more than {} bytes", file, kMaxSynonymBytes),
                "give a file of lines such as: Kyiv = Kiev");
  }
  text.resize(static_cast<std::size_t>(stream.gcount()));
  return {text, file};
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
  request.expand = options.expand;
  request.correct = options.correct;
  request.matching = options.matching;
  return request;
}

int search(const Options& options, const std::string& index, std::chrono::sys_days today, Look& look) {
  const ParseOptions how{options.match, today};
  auto parsed = options.plain ? plain_query(options.words, how) : parse_query(options.words, how);
  if (const auto* const mistake = std::get_if<Mistake>(&parsed)) return tell_mistake(options, *mistake, look);
  Request request = request_of(options, std::get<QueryNode>(std::move(parsed)));
  if (options.expand) request.synonyms = synonyms_for(options, index);

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
    case CommandName::tags:
      return list_tags(options, index, look);
    case CommandName::suggest:
      return suggest(options, index, look);
    case CommandName::acronyms:
      return list_acronyms(options, index, look);
    case CommandName::search:
      break;
  }
  return search(options, index, today, look);
}

}  // namespace newsline
