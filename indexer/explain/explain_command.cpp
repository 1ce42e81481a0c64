// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/explain/explain_command.h"

#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <utility>

#include "common/article/file/walk.h"
#include "common/article/formats.h"
#include "common/console/ending.h"
#include "common/error.h"
#include "common/text/printable.h"
#include "indexer/explain/explanation.h"

namespace newsline {
namespace {

ReadContext context_of(const IndexerOptions& options) {
  if (!options.as.empty()) require_article_format(options.as);
  const std::string path = absolute_path(options.file);
  std::error_code unknown;
  if (!std::filesystem::is_regular_file(path, unknown)) {
    throw Error(ErrorKind::usage, fmt::format("\"{}\" is no file", printable_line(path_as_text(path))),
                "explain takes one file");
  }
  return {path, source_name(path), options.as};
}

/// Takes all articles out of the file.
Explanation::Counts explain(const ReadContext& context, std::uint64_t limit, Explanation& explanation,
                            const Output& output) {
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
    explanation.read(std::get<ReadArticle>(*reading), counts.articles);
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
  ReadContext context = context_of(options);
  context.observer = explanation.get();
  const Explanation::Counts counts = explain(context, options.limit, *explanation, output);
  explanation->counted(counts);
  output.finish();
  return counts.rejections == 0 ? kDone : kWithRejections;
}

}  // namespace newsline
