// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "common/article/article_json.h"
#include "query/names.h"
#include "query/render/harmless_json.h"
#include "query/render/renderer.h"

/// The forms that OUTPUT.md describes.
namespace newsline {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kSchema = 1;

std::string dumped(const Json& json, int indent) {
  return harmless_json(json.dump(indent, ' ', false, Json::error_handler_t::replace)) + '\n';
}

Json marked(const MarkedText& text) {
  Json marks = Json::array();
  for (const Span& mark : text.marks) marks.push_back({mark.begin, mark.end});
  return {{"text", text.text}, {"marks", std::move(marks)}};
}

Json hit_json(const Answer& answer, std::size_t i) {
  const Hit& hit = answer.page.hits[i];
  Json json;
  json["rank"] = answer.page.passed + i + 1;
  json["id"] = hit.id;
  json["score"] = answer.options.sort == SortOrder::relevance ? Json(hit.score) : Json(nullptr);
  json["title"] = marked(hit.title);
  json["published"] = hit.published ? Json(iso8601(*hit.published)) : Json(nullptr);
  json["reads"] = hit.reads ? Json(*hit.reads) : Json(nullptr);
  json["lang"] = hit.language;
  json["tags"] = hit.tags;
  json["authors"] = hit.authors;
  json["source"] = hit.source;
  json["section"] = hit.section;
  json["url"] = hit.url;
  json["path"] = hit.path;
  json["snippet"] = answer.options.snippets ? marked(hit.snippet) : Json(nullptr);
  json["story"] = nullptr;
  if (hit.story) {
    const Story& story = *hit.story;
    json["story"] = {{"id", story.id},
                     {"published", story.published ? Json(iso8601(*story.published)) : Json(nullptr)},
                     {"source", story.source},
                     {"articles", story.articles},
                     {"copies", story.copies}};
  }
  return json;
}

Json counts_json(const std::vector<FacetCount>& counts) {
  Json values = Json::array();
  for (const FacetCount& count : counts) values.push_back({{"value", count.value}, {"count", count.count}});
  return values;
}

Json facet_json(const Answer& answer, const Facet& facet) {
  Json json = {{"field", name_of(kFacetNames, facet.field)},
               {"values", counts_json(facet.counts)},
               {"distinct", facet.distinct},
               {"without", facet.without},
               {"total", facet.total},
               {"sideways", facet.sideways}};
  if (answer.options.count_stories) json["counted"] = name_of(kCountNames, Counted::stories);
  for (std::size_t i = 0; i < facet.counts.size(); ++i) {
    const auto& surprise = facet.counts[i].surprise;
    if (!surprise) continue;
    Json& value = json["values"][i];
    value["archive"] = surprise->in_archive;
    value["lift"] = surprise->lift;
    value["log_likelihood"] = surprise->log_likelihood;
  }
  return json;
}

Json families_json(const Families& families) {
  Json words = Json::object();
  for (const auto& [form, family] : families) words[form] = all_forms(family);
  return words;
}

Json lines_json(std::string_view text) {
  Json lines = Json::array();
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

Json corrections_json(const std::vector<Correction>& corrections) {
  Json words = Json::array();
  for (const Correction& each : corrections) {
    words.push_back(
        {{"where", {each.where.begin, each.where.end}}, {"said", each.said}, {"meant", each.meant}});
  }
  return words;
}

Json acronym_json(const KnownAcronym& acronym) {
  const auto day = [](const auto& known) { return known ? Json(iso8601(*known)) : Json(nullptr); };
  return {{"acronym", acronym.acronym},    {"stands_for", acronym.long_form},
          {"articles", acronym.articles},  {"first", day(acronym.first_day)},
          {"last", day(acronym.last_day)}, {"last_id", acronym.article},
          {"last_title", acronym.title}};
}

Json suggestion_json(const Suggestion& suggestion) {
  return {{"text", suggestion.text},
          {"kind", name_of(kSuggestionNames, suggestion.kind)},
          {"value", suggestion.value},
          {"articles", suggestion.articles}};
}

Json answer_json(const Answer& answer) {
  Json json;
  json["newsline"] = kSchema;
  json["query"] = answer.options.words;
  json["total"] = answer.page.total;
  const bool is_first = answer.options.command == CommandName::first;
  if (is_first) json["sources"] = answer.page.sources;
  if (!is_first && (!answer.options.copies || answer.options.count_stories))
    json["stories"] = answer.page.stories;
  json["partial"] = answer.page.partial;
  if (!answer.page.corrections.empty()) json["corrected"] = corrections_json(answer.page.corrections);
  if (!answer.page.suggestions.empty()) json["did_you_mean"] = corrections_json(answer.page.suggestions);
  json["sort"] = name_of(kSortNames, answer.options.sort);
  if (!answer.options.tags.empty()) {
    json["tags"] = {{"names", answer.options.tags}, {"any", answer.options.any_tag}};
  }
  json["offset"] = answer.page.passed;
  json["limit"] = answer.options.limit;
  json["next"] = answer.page.next.empty() ? Json(nullptr) : Json(answer.page.next);
  json["hits"] = Json::array();
  for (std::size_t i = 0; i < answer.page.hits.size(); ++i) json["hits"].push_back(hit_json(answer, i));
  json["facets"] = Json::array();
  for (const Facet& facet : answer.page.facets) json["facets"].push_back(facet_json(answer, facet));
  if (answer.options.explain) json["explain"] = lines_json(answer.explanation);
  if (answer.options.stats) {
    json["stats"] = {{"seconds", answer.seconds}, {"families", families_json(answer.page.families)}};
  }
  return json;
}

/// One object an answer.
class JsonRenderer : public Renderer {
 public:
  explicit JsonRenderer(Look& look) : look_(look) {}

  void answer(const Answer& answer) override { look_.output.write(dumped(answer_json(answer), 2)); }

  void article(const Article& article) override {
    look_.output.write(harmless_json(to_json(article)) + '\n');
  }

  void tags(const std::vector<FacetCount>& tags) override {
    look_.output.write(dumped({{"newsline", kSchema}, {"tags", counts_json(tags)}}, 2));
  }

  void suggestions(const std::vector<Suggestion>& suggestions) override {
    Json list = Json::array();
    for (const Suggestion& each : suggestions) list.push_back(suggestion_json(each));
    look_.output.write(dumped({{"newsline", kSchema}, {"suggestions", std::move(list)}}, 2));
  }

  void acronyms(const std::vector<KnownAcronym>& acronyms) override {
    Json list = Json::array();
    for (const KnownAcronym& each : acronyms) list.push_back(acronym_json(each));
    look_.output.write(dumped({{"newsline", kSchema}, {"acronyms", std::move(list)}}, 2));
  }

 private:
  Look& look_;
};

/// One object a line.
class JsonLinesRenderer : public Renderer {
 public:
  explicit JsonLinesRenderer(Look& look) : look_(look) {}

  void answer(const Answer& answer) override {
    for (std::size_t i = 0; i < answer.page.hits.size() && !look_.output.is_abandoned(); ++i) {
      Json json = {{"newsline", kSchema}};
      json.update(hit_json(answer, i));
      look_.output.write(dumped(json, -1));
    }
    look_.output.flush();
    write_notices(answer, look_);
  }

  void article(const Article& article) override {
    look_.output.write(harmless_json(to_json(article)) + '\n');
  }

  void tags(const std::vector<FacetCount>& tags) override {
    for (const FacetCount& tag : tags) {
      look_.output.write(dumped({{"newsline", kSchema}, {"value", tag.value}, {"count", tag.count}}, -1));
    }
  }

  void suggestions(const std::vector<Suggestion>& suggestions) override {
    for (const Suggestion& each : suggestions) {
      Json json = {{"newsline", kSchema}};
      json.update(suggestion_json(each));
      look_.output.write(dumped(json, -1));
    }
  }

  void acronyms(const std::vector<KnownAcronym>& acronyms) override {
    for (const KnownAcronym& each : acronyms) {
      Json json = {{"newsline", kSchema}};
      json.update(acronym_json(each));
      look_.output.write(dumped(json, -1));
    }
  }

 private:
  Look& look_;
};

}  // namespace

std::unique_ptr<Renderer> make_json_renderer(Look& look) { return std::make_unique<JsonRenderer>(look); }
std::unique_ptr<Renderer> make_jsonl_renderer(Look& look) {
  return std::make_unique<JsonLinesRenderer>(look);
}

}  // namespace newsline
