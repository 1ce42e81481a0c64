// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "common/article/article.h"
#include "common/article/article_json.h"
#include "common/article/rejection.h"
#include "common/index/update.h"
#include "common/search/archive.h"
#include "common/search/query/parse_query.h"
#include "tests/support/temporary_folder.h"

namespace newsline::test {

/// A run that no rejection is expected of.
class Silent : public RunObserver {
 public:
  void rejected(const Rejection& rejection) override { throw std::runtime_error(describe(rejection)); }
  void progress(const RunReport&, std::uint64_t, const std::string&) override {}
};

/// An index of articles that a test gives, in a folder of its own.
class SampleIndex {
 public:
  SampleIndex() = default;
  explicit SampleIndex(const std::vector<Article>& articles) { update(articles); }

  /// Makes `articles` the content of a file of the source, or removes it where there are none.
  void write(const std::vector<Article>& articles, std::string_view file = "articles.jsonl") const {
    const std::string path_of_file = source() + "/" + std::string(file);
    std::string lines;
    for (const Article& article : articles) lines += to_json(article) + "\n";
    write_file(path_of_file, lines);
    if (articles.empty()) std::filesystem::remove(path_of_file);
  }

  /// The same, and brings the index in line with it.
  void update(const std::vector<Article>& articles, std::string_view file = "articles.jsonl") {
    write(articles, file);
    Silent observer;
    UpdateRequest request{path(), {source()}};
    request.allow_mass_delete = true;  // what is given anew may be much less
    newsline::update(request, observer);
  }

  void rebuild() {
    Silent observer;
    newsline::rebuild({path(), {}}, observer);
  }

  [[nodiscard]] std::string path() const { return folder_ / "index"; }
  [[nodiscard]] std::string source() const { return folder_ / "source"; }
  [[nodiscard]] Archive archive() const { return Archive(path()); }

 private:
  TemporaryFolder folder_;
};

inline Article article(std::string id, std::string title, std::string body = {}) {
  Article made;
  made.id = std::move(id);
  made.title = std::move(title);
  made.body = std::move(body);
  return made;
}

/// What a question of the query language asks for.
inline Request request(std::string_view question) {
  auto parsed = parse_query(question, {});
  if (const auto* mistake = std::get_if<Mistake>(&parsed)) throw std::invalid_argument(mistake->message);
  Request request;
  request.query = std::get<QueryNode>(std::move(parsed));
  return request;
}

/// The ids of a page, behind one another.
inline std::string ids(const Page& page) {
  std::string text;
  for (const Hit& hit : page.hits) text += (text.empty() ? "" : " ") + hit.id;
  return text;
}

/// `name=count` of each value, behind one another.
inline std::string described(const std::vector<FacetCount>& counts) {
  std::string text;
  for (const FacetCount& each : counts) {
    text += (text.empty() ? "" : " ") + each.value + "=" + std::to_string(each.count);
  }
  return text;
}

}  // namespace newsline::test
