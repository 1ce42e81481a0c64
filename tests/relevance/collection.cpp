// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/relevance/collection.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>

#include "common/article/file/walk.h"

namespace newsline::relevance {
namespace {

namespace fs = std::filesystem;

std::runtime_error unreadable(const std::string& path, std::size_t line, std::string_view why) {
  return std::runtime_error(fmt::format("{}:{}: {}", path, line, why));
}

/// Calls `each(line, number)` for every line that is not empty.
template <typename Each>
void for_each_line(const std::string& path, Each each) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path);
  std::string line;
  for (std::size_t number = 1; std::getline(file, line); ++number) {
    if (!line.empty()) each(line, number);
  }
}

std::vector<JudgedQuery> read_queries(const std::string& path) {
  std::vector<JudgedQuery> queries;
  for_each_line(path, [&](const std::string& line, std::size_t number) {
    try {
      const auto json = nlohmann::json::parse(line);
      queries.push_back({json.at("id"), json.at("text"), json.value("kind", "")});
    } catch (const nlohmann::json::exception& problem) {
      throw unreadable(path, number, problem.what());
    }
  });
  return queries;
}

Judgements read_judgements(const std::string& path) {
  Judgements judgements;
  for_each_line(path, [&](const std::string& line, std::size_t number) {
    const std::size_t first = line.find('\t');
    const std::size_t second = line.find('\t', first == std::string::npos ? first : first + 1);
    if (second == std::string::npos) throw unreadable(path, number, "not query, document and grade");
    try {
      judgements[line.substr(0, first)][line.substr(first + 1, second - first - 1)] =
          std::stoi(line.substr(second + 1));
    } catch (const std::logic_error&) {
      throw unreadable(path, number, "the grade is not a number");
    }
  });
  return judgements;
}

std::vector<std::string> folders_in(const std::string& folder) {
  std::vector<std::string> folders;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.is_directory()) folders.push_back(entry.path().string());
  }
  std::sort(folders.begin(), folders.end());
  return folders;
}

}  // namespace

Collection::Collection(const std::string& folder)
    : name_(fs::path(folder).filename().string()),
      folder_(absolute_path(folder)),
      queries_(read_queries(folder_ + "/queries.jsonl")),
      judgements_(read_judgements(folder_ + "/qrels.tsv")) {
  if (fs::exists(folder_ + "/docs.jsonl")) {
    records_ = folder_ + "/docs.jsonl";
    sources_ = {records_};
  } else {
    sources_ = folders_in(folder_);
  }
}

Judgements Collection::judgements_of(std::string_view kind) const {
  Judgements some;
  for (const JudgedQuery& query : queries_) {
    const auto judged = judgements_.find(query.id);
    if (query.kind == kind && judged != judgements_.end()) some.insert(*judged);
  }
  return some;
}

std::vector<std::string> Collection::kinds() const {
  std::set<std::string> kinds;
  for (const JudgedQuery& query : queries_) {
    if (!query.kind.empty()) kinds.insert(query.kind);
  }
  return {kinds.begin(), kinds.end()};
}

std::string Collection::document_of(std::string_view id, std::string_view path) const {
  const std::string_view whole = records_.empty() ? path : id;
  const std::string start = records_.empty() ? folder_ + "/" : records_ + "#";
  return std::string(whole.starts_with(start) ? whole.substr(start.size()) : whole);
}

}  // namespace newsline::relevance
