// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/explain/explain_command.h"

#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <utility>

#include "common/article/file/walk.h"
#include "common/article/formats.h"
#include "common/console/ending.h"
#include "common/error.h"
#include "common/index/folder/index_folder.h"
#include "common/index/furniture/learned.h"
#include "common/text/printable.h"
#include "indexer/explain/explanation.h"

namespace newsline {
namespace {

ReadContext context_of(const IndexerOptions& options, const std::optional<LearnedFurniture>& learned) {
  if (!options.as.empty()) require_article_format(options.as);
  const std::string path = absolute_path(options.file);
  std::error_code unknown;
  if (!std::filesystem::is_regular_file(path, unknown)) {
    throw Error(ErrorKind::usage, fmt::format("\"{}\" is no file", printable_line(path_as_text(path))),
                "explain takes one file");
  }
  ReadContext context{path, source_name(path), options.as};
  if (!learned) return context;
  const LearnedFurniture::Reading reading = learned->reading_of(path);
  if (!reading.source.empty()) context.source_name = reading.source;
  if (options.as.empty()) context.as = reading.as;
  return context;
}

/// Takes all articles out of the file.
Explanation::Counts explain(const ReadContext& context, std::uint64_t limit, Explanation& explanation,
                            std::optional<LearnedFurniture>& learned, const Output& output) {
  Explanation::Counts counts;
  const auto reject = [&](const Rejection& rejection) {
    ++counts.rejections;
    explanation.rejected(rejection);
  };
  auto opened = open_reader(context);
  if (const auto* rejection = std::get_if<Rejection>(&opened)) {
    reject(*rejection);
    return counts;
  }
  Reader& reader = *std::get<std::unique_ptr<Reader>>(opened);
  if (limit == 0) explanation.end_of_details();
  while (const auto reading = reader.next()) {
    if (output.is_abandoned()) return counts;
    if (const auto* rejection = std::get_if<Rejection>(&*reading)) {
      reject(*rejection);
      continue;
    }
    ++counts.articles;
    const auto& read = std::get<ReadArticle>(*reading);
    std::optional<LearnedLines> lines;
    if (learned && explanation.is_detailed()) lines = learned->lines_of(read.article);
    explanation.read(read, counts.articles, lines);
    if (counts.articles <= limit) counts.shown = counts.articles;
    if (counts.articles == limit) explanation.end_of_details();
  }
  counts.skipped = reader.skipped();
  return counts;
}

}  // namespace

int explain_command(const IndexerOptions& options, Output& output) {
  std::unique_ptr<Explanation> explanation;
  if (options.as_json)
    explanation = std::make_unique<JsonExplanation>(output);
  else
    explanation = std::make_unique<TextExplanation>(output);
  std::optional<LearnedFurniture> learned;
  // Where the index is to be may be said in a file of options before there is one.
  if (!options.index.empty() && current_generation(options.index)) learned.emplace(options.index);
  ReadContext context = context_of(options, learned);
  context.observer = explanation.get();
  const Explanation::Counts counts = explain(context, options.limit, *explanation, learned, output);
  explanation->counted(counts);
  output.finish();
  return counts.rejections == 0 ? kDone : kWithRejections;
}

}  // namespace newsline
