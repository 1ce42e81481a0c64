// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "common/article/article_json.h"
#include "common/article/file/walk.h"
#include "indexer/explain/explanation.h"

namespace newsline {
namespace {

using nlohmann::ordered_json;

/// In ASCII, so that no character of a text reaches a terminal.
std::string line_of(const ordered_json& object) {
  return object.dump(-1, ' ', true, ordered_json::error_handler_t::replace) + '\n';
}

}  // namespace

void JsonExplanation::opened(std::string_view path, std::string_view wrapping) {
  forget_charset();
  if (is_detailed()) output().write(line_of({{"path", path_as_text(path)}, {"opened", wrapping}}));
}

void JsonExplanation::detected(std::string_view path, std::string_view format, std::string_view why) {
  forget_charset();
  if (is_detailed())
    output().write(line_of({{"path", path_as_text(path)}, {"format", format}, {"why", why}}));
}

void JsonExplanation::rejected(const Rejection& rejection) {
  output().write(line_of(
      {{"path", path_as_text(rejection.path)}, {"line", rejection.line}, {"rejected", rejection.reason}}));
}

void JsonExplanation::show(const ReadArticle& read, std::uint64_t number,
                           const std::optional<LearnedLines>& learned) {
  ordered_json object = {{"article", number}, {"mended", read.mended}};
  if (charset()) object["charset"] = {{"name", charset()->label}, {"why", words_of(charset()->by)}};
  const auto values = ordered_json::parse(to_json(read.article));
  auto& fields = object["fields"];
  for (std::size_t index = 0; index < kArticleFields; ++index) {
    const auto field = static_cast<ArticleField>(index);
    const std::string name(name_of(field));
    if (is_said(read.article, field))
      fields[name] = {{"value", values.at(name)}, {"from", words_of(read.origins.of(field))}};
  }
  for (const JudgedText& text : texts()) {
    ordered_json judged = {{"kept", text.is_kept}, {"text", text.text}, {"rule", text.rule}};
    if (text.line != 0) judged["line"] = text.line;
    object["texts"].push_back(std::move(judged));
  }
  if (learned) {
    object["learned"] = {{"source", learned->source}, {"articles", learned->articles}};
    for (const LearnedLine& line : learned->lines)
      object["learned"]["dropped"].push_back({{"text", line.text}, {"articles", line.articles}});
  }
  output().write(line_of(object));
}

void JsonExplanation::counted(const Counts& counts) {
  output().write(line_of({{"articles", counts.articles},
                          {"shown", counts.shown},
                          {"skipped", counts.skipped},
                          {"rejections", counts.rejections}}));
}

}  // namespace newsline
