// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/extraction/page_set.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace newsline::extraction {
namespace {

std::string text_of(const nlohmann::json& line, const char* name) {
  const auto field = line.find(name);
  return field != line.end() && field->is_string() ? field->get<std::string>() : std::string();
}

std::string file_of(const std::string& folder, const std::string& id) {
  for (const std::string& path :
       {fmt::format("{}/test-pages/{}/source.html", folder, id), fmt::format("{}/pages/{}.html", folder, id)})
    if (std::filesystem::exists(path)) return path;
  throw std::runtime_error(fmt::format("{}: there is no page \"{}\"", folder, id));
}

}  // namespace

std::vector<TruePage> page_set(const std::string& folder) {
  const std::string path = folder + "/true.jsonl";
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path);
  std::vector<TruePage> pages;
  for (std::string line; std::getline(file, line);) {
    if (line.empty()) continue;
    const auto json = nlohmann::json::parse(line);
    TruePage page{text_of(json, "id"), "", text_of(json, "title"), parse_iso8601(text_of(json, "published")),
                  text_of(json, "body")};
    page.file = file_of(folder, page.id);
    pages.push_back(std::move(page));
  }
  return pages;
}

}  // namespace newsline::extraction
