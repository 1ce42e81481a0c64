// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/article/soundness.h"

#include <algorithm>
#include <exception>

#include "common/article/article_json.h"
#include "common/article/field/cleaning.h"
#include "common/text/utf8.h"

namespace newsline::test {
namespace {

bool is_control(unsigned code_point) {
  return (code_point < 0x20 && code_point != '\n' && code_point != '\t') ||
         (code_point >= 0x7F && code_point < 0xA0);
}

/// Said a second time, so that the cleaning is not judged by itself.
bool holds_controls(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80 && is_control(byte)) return true;
    if (byte == 0xC2 && at + 1 < text.size() && is_control(static_cast<unsigned char>(text[at + 1])))
      return true;
  }
  return text.find("\u2028") != std::string_view::npos || text.find("\u2029") != std::string_view::npos;
}

bool is_text(std::string_view text, std::size_t limit_bytes) {
  return is_valid_utf8(text) && !holds_controls(text) && text.size() <= limit_bytes;
}

bool is_line(std::string_view text, std::size_t limit_bytes) {
  return is_text(text, limit_bytes) && text.find('\n') == std::string_view::npos;
}

bool are_names(const std::vector<std::string>& names) {
  const auto is_name = [](const std::string& name) { return !name.empty() && is_line(name, kMaxNameBytes); };
  return names.size() <= kMaxNames && std::all_of(names.begin(), names.end(), is_name) &&
         names == distinct_names(names);
}

bool comes_back_from_json(const Article& article) {
  try {
    return article_from_json(to_json(article)) == article;
  } catch (const std::exception&) {
    return false;
  }
}

}  // namespace

std::string broken_promise(const Article& article) {
  const std::size_t longest_id = (16u << 10) + kMaxLineBytes;
  if (article.id.empty() || !is_line(article.id, longest_id)) return "the id is a line";
  if (!is_line(article.title, kMaxLineBytes)) return "the title is a line";
  if (!is_line(article.language, kMaxLanguageBytes)) return "the language is a tag of BCP 47";
  if (!are_names(article.tags)) return "tags are distinct names";
  if (!are_names(article.authors)) return "authors are distinct names";
  if (!is_line(article.source, kMaxLineBytes)) return "the source is a line";
  if (!is_line(article.section, kMaxLineBytes)) return "the section is a line";
  if (!is_line(article.url, kMaxLineBytes)) return "the url is a line";
  if (!is_text(article.summary, kMaxBodyBytes)) return "the summary is text";
  if (!is_text(article.body, kMaxBodyBytes)) return "the body is text";
  if (!is_line(article.path, std::string::npos)) return "the path is a line";
  if (!comes_back_from_json(article)) return "an article comes back from its JSON";
  return {};
}

std::string broken_promise(const Reading& reading) {
  if (const auto* read = std::get_if<ReadArticle>(&reading)) {
    for (std::size_t index = 0; index < kArticleFields; ++index) {
      const auto field = static_cast<ArticleField>(index);
      if (is_said(read->article, field) && read->origins.of(field).what.empty())
        return "what is said was found somewhere: " + std::string(name_of(field));
    }
    return broken_promise(read->article);
  }
  const std::string& reason = std::get<Rejection>(reading).reason;
  if (reason.empty() || reason.ends_with('.')) return "a rejection has a reason without a full stop";
  return {};
}

}  // namespace newsline::test
