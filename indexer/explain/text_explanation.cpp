// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "common/article/article_json.h"
#include "common/article/file/walk.h"
#include "common/text/printable.h"
#include "common/text/utf8.h"
#include "indexer/explain/explanation.h"
#include "indexer/report.h"

namespace newsline {
namespace {

/// Of a line of text.
constexpr std::size_t kMostBytes = 70;

/// One line of at most so many bytes.
std::string shortened(std::string_view text, std::size_t limit_bytes) {
  std::string line = printable_line(text);
  if (line.size() <= limit_bytes) return line;
  line.resize(utf8_floor(line, limit_bytes));
  return line + "...";
}

/// A value of to_json() on one line.
std::string value_line(const nlohmann::json& value) {
  constexpr std::size_t kMostValueBytes = 100;
  if (value.is_string()) return shortened(value.get_ref<const std::string&>(), kMostValueBytes);
  if (!value.is_array()) return value.dump();
  std::string names;
  for (const auto& name : value) names += (names.empty() ? "" : ", ") + name.get<std::string>();
  return shortened(names, kMostValueBytes);
}

std::string path_line(std::string_view path) { return printable_line(path_as_text(path)); }

}  // namespace

void TextExplanation::opened(std::string_view path, std::string_view wrapping) {
  forget_charset();
  if (is_detailed()) output().write(fmt::format("{}: opened: {}\n", path_line(path), wrapping));
}

void TextExplanation::detected(std::string_view path, std::string_view format, std::string_view why) {
  forget_charset();
  if (is_detailed()) output().write(fmt::format("{}: read as {}, {}\n", path_line(path), format, why));
}

void TextExplanation::rejected(const Rejection& rejection) {
  output().write(fmt::format("rejected: {}\n", printable_rejection(rejection)));
}

void TextExplanation::show(const ReadArticle& read, std::uint64_t number,
                           const std::optional<LearnedLines>& learned) {
  output().write(fmt::format("\narticle {}{}\n", number, read.mended ? ", mended" : ""));
  if (charset()) {
    output().write(
        fmt::format("  charset    {} <- {}\n", printable_line(charset()->label), words_of(charset()->by)));
  }
  const auto values = nlohmann::json::parse(to_json(read.article));
  for (std::size_t index = 0; index < kArticleFields; ++index) {
    const auto field = static_cast<ArticleField>(index);
    if (!is_said(read.article, field)) continue;
    const std::string_view name = name_of(field);
    output().write(fmt::format("  {:9}  {} <- {}\n", name, value_line(values.at(std::string(name))),
                               words_of(read.origins.of(field))));
  }
  show_texts();
  if (learned) show_learned(*learned);
  output().write("\n");
}

void TextExplanation::show_learned(const LearnedLines& learned) {
  if (learned.lines.empty()) return;
  output().write("  furniture that the index has learned\n");
  for (const LearnedLine& line : learned.lines)
    output().write(fmt::format("    dropped {} <- at an edge of {} of {} articles of \"{}\"\n",
                               shortened(line.text, kMostBytes), grouped(line.articles),
                               grouped(learned.articles), printable_line(learned.source)));
}

/// A line a text; what one rule dropped together stands on one.
void TextExplanation::show_texts() {
  constexpr std::size_t kMostTogether = 3;
  if (!texts().empty()) output().write("  text of the page\n");
  for (auto first = texts().begin(); first != texts().end();) {
    const auto end = std::find_if(first + 1, texts().end(), [&](const JudgedText& text) {
      return text.is_kept || first->is_kept || text.rule != first->rule;
    });
    const auto count = static_cast<std::size_t>(end - first);
    std::string shown;
    for (auto text = first; text != first + static_cast<std::ptrdiff_t>(std::min(count, kMostTogether));
         ++text)
      shown += (shown.empty() ? "" : " | ") + shortened(text->text, kMostBytes);
    if (count > kMostTogether) shown += fmt::format(" | and {} more", count - kMostTogether);
    const std::string place = first->line == 0 ? std::string() : fmt::format("line {}, ", first->line);
    output().write(fmt::format("    {} {} <- {}{}\n", first->is_kept ? "kept   " : "dropped", shown, place,
                               printable_line(first->rule)));
    first = end;
  }
}

void TextExplanation::counted(const Counts& counts) {
  std::string line = newsline::counted(counts.articles, "article");
  if (counts.shown < counts.articles) line += fmt::format(" ({} shown)", grouped(counts.shown));
  line += fmt::format("; {} skipped; {} rejected\n", grouped(counts.skipped), grouped(counts.rejections));
  output().write(line);
}

}  // namespace newsline
