// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/oracle/outside_data.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <memory>
#include <stdexcept>
#include <utility>
#include <variant>

#include "common/article/formats.h"
#include "common/search/query/parse_query.h"

namespace newsline::oracle {

std::string outside_file(std::string_view name) {
  const std::string folder = NEWSLINE_DATA_DIR;
  const std::filesystem::path path = std::filesystem::path(folder) / name;
  // CTest knows these words.
  if (!folder.empty() && std::filesystem::exists(path)) return path.lexically_normal().string();
  MESSAGE("skipped: no data (" << std::string(name) << " in the folder NEWSLINE_DATA)");
  return {};
}

std::vector<Article> articles_in(const std::string& path) {
  auto opened = open_reader({path, ""});
  auto* const reader = std::get_if<std::unique_ptr<Reader>>(&opened);
  if (reader == nullptr) throw std::runtime_error("cannot read " + path);
  std::vector<Article> articles;
  while (auto reading = (*reader)->next()) {
    auto* const read = std::get_if<ReadArticle>(&*reading);
    if (read == nullptr) throw std::runtime_error("a rejection in " + path);
    articles.push_back(std::move(read->article));
  }
  return articles;
}

QueryNode asked(std::string_view question) {
  auto read = parse_query(question, {});
  auto* const query = std::get_if<QueryNode>(&read);
  if (query == nullptr) throw std::runtime_error("not a question: " + std::string(question));
  return std::move(*query);
}

std::string record_of(std::string_view id) { return std::string(id.substr(id.rfind('#') + 1)); }

}  // namespace newsline::oracle
