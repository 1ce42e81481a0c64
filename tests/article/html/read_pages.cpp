// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the reader of web pages over a folder, for measuring: one line of JSON a page on standard output.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <variant>

#include "common/article/file/walk.h"
#include "common/article/html/reader.h"

namespace {

std::string contents_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// `bbc-1` for .../bbc-1/source.html, else the file's name without its ending.
std::string id_of(const std::filesystem::path& path) {
  return path.filename() == "source.html" ? path.parent_path().filename().string() : path.stem().string();
}

bool is_page(const std::filesystem::path& path) {
  return (path.extension() == ".html" || path.extension() == ".htm") && path.filename() != "expected.html";
}

nlohmann::ordered_json line_of(const newsline::Article& article) {
  return {{"title", article.title},
          {"published", article.published ? newsline::iso8601(*article.published) : ""},
          {"lang", article.language},
          {"tags", article.tags},
          {"authors", article.authors},
          {"source", article.source},
          {"section", article.section},
          {"url", article.url},
          {"summary", article.summary},
          {"body", article.body}};
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) {
    std::fputs("usage: read_pages FOLDER\n", stderr);
    return 2;
  }
  for (const newsline::FoundFile& file : newsline::walk(arguments[1]).files) {
    if (!is_page(file.path)) continue;
    nlohmann::ordered_json line{{"id", id_of(file.path)}};
    const newsline::Reading reading = newsline::read_html(contents_of(file.path), {file.path, "pages"});
    if (const auto* const read = std::get_if<newsline::ReadArticle>(&reading)) {
      line.update(line_of(read->article));
    } else {
      line["rejected"] = std::get<newsline::Rejection>(reading).reason;
    }
    std::puts(line.dump().c_str());
  }
  return 0;
}
