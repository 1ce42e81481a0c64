// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "query/names.h"
#include "query/render/csv_row.h"
#include "query/render/renderer.h"

namespace newsline {
namespace {

const std::vector<std::string> kHeader = {"rank",   "id",      "title", "published", "reads", "lang",
                                          "source", "section", "tags",  "authors",   "url",   "path",
                                          "score",  "snippet", "story", "copies"};

std::string joined(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : "; ") + name;
  return list;
}

std::vector<std::string> cells(const Answer& answer, std::size_t i) {
  const Hit& hit = answer.page.hits[i];
  return {std::to_string(answer.page.passed + i + 1),
          hit.id,
          hit.title.text,
          hit.published ? iso8601(*hit.published) : "",
          hit.reads ? std::to_string(*hit.reads) : "",
          hit.language,
          hit.source,
          hit.section,
          joined(hit.tags),
          joined(hit.authors),
          hit.url,
          hit.path,
          answer.options.sort == SortOrder::relevance ? fmt::format("{:.6g}", hit.score) : "",
          hit.snippet.text,
          hit.story ? hit.story->id : "",
          hit.story ? std::to_string(hit.story->copies) : ""};
}

class CsvRenderer : public Renderer {
 public:
  explicit CsvRenderer(Look& look) : look_(look) {}

  void answer(const Answer& answer) override {
    look_.output.write(csv_row(kHeader));
    for (std::size_t i = 0; i < answer.page.hits.size() && !look_.output.is_abandoned(); ++i) {
      look_.output.write(csv_row(cells(answer, i)));
    }
    look_.output.flush();
    write_notices(answer, look_);
  }

  void article(const Article& article) override {
    look_.output.write(csv_row({"id", "title", "published", "reads", "lang", "source", "section", "tags",
                                "authors", "url", "path", "summary", "body"}));
    look_.output.write(
        csv_row({article.id, article.title, article.published ? iso8601(*article.published) : "",
                 article.reads ? std::to_string(*article.reads) : "", article.language, article.source,
                 article.section, joined(article.tags), joined(article.authors), article.url, article.path,
                 article.summary, article.body}));
  }

  void tags(const std::vector<FacetCount>& tags) override {
    look_.output.write(csv_row({"tag", "count"}));
    for (const FacetCount& tag : tags) look_.output.write(csv_row({tag.value, std::to_string(tag.count)}));
  }

  void suggestions(const std::vector<Suggestion>& suggestions) override {
    look_.output.write(csv_row({"text", "kind", "value", "articles"}));
    for (const Suggestion& each : suggestions) {
      look_.output.write(csv_row({each.text, std::string(name_of(kSuggestionNames, each.kind)), each.value,
                                  std::to_string(each.articles)}));
    }
  }

  void acronyms(const std::vector<KnownAcronym>& acronyms) override {
    look_.output.write(
        csv_row({"acronym", "stands_for", "articles", "first", "last", "last_id", "last_title"}));
    for (const KnownAcronym& each : acronyms) {
      look_.output.write(csv_row({each.acronym, each.long_form, std::to_string(each.articles),
                                  each.first_day ? iso8601(*each.first_day) : "",
                                  each.last_day ? iso8601(*each.last_day) : "", each.article, each.title}));
    }
  }

 private:
  Look& look_;
};

}  // namespace

std::unique_ptr<Renderer> make_csv_renderer(Look& look) { return std::make_unique<CsvRenderer>(look); }

}  // namespace newsline
