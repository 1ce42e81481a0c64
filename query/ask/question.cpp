// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/ask/question.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>

#include "common/console/ending.h"
#include "common/error.h"
#include "common/text/printable.h"

namespace newsline {
namespace {

std::string indented(std::string_view lines) {
  std::string text = "  ";
  for (const char c : lines) {
    text += c;
    if (c == '\n') text += "  ";
  }
  return text + '\n';
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

}  // namespace

std::variant<QueryNode, Mistake> read_question(std::string_view words, const Options& options,
                                               std::chrono::sys_days today) {
  const ParseOptions how{options.match, today};
  return options.plain ? plain_query(words, how) : parse_query(words, how);
}

int tell_mistake(std::string_view words, const Mistake& mistake, Look& look) {
  look.notes.write(error_text(kProgram, mistake.message, "", look.paint_of_notes));
  const bool shows = !printable_line(words).empty();
  if (shows) look.notes.write(indented(point_at(words, mistake.where)));
  if (!mistake.hint.empty()) look.notes.write(indented(mistake.hint));
  return exit_code(ErrorKind::usage);
}

Request request_of(const Options& options, QueryNode query, const std::string& index,
                   std::chrono::sys_days today) {
  Request request;
  request.query = std::move(query);
  request.sort = options.sort;
  request.mix = options.mix;
  request.mix.today = today;
  request.offset = options.offset;
  request.limit = options.limit;
  request.after = options.after;
  request.facets = options.facets;
  request.tags = options.tags;
  request.any_tag = options.any_tag;
  request.sideways = options.sideways;
  const bool is_first = options.command == CommandName::first;
  request.each_source_once = is_first;
  request.fold = !options.copies && !is_first;
  request.count_stories = options.count_stories;
  request.snippets = options.snippets;
  request.expand = options.expand;
  request.correct = options.correct;
  request.matching = options.matching;
  if (options.expand) request.synonyms = synonyms_for(options, index);
  return request;
}

}  // namespace newsline
