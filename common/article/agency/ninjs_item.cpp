// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/agency/ninjs_item.h"

#include <utility>

#include "common/article/agency/nitf.h"
#include "common/article/field/white_space.h"
#include "common/article/html/fragment.h"
#include "common/article/html/metadata/facts.h"
#include "common/article/json/forms.h"
#include "common/article/xml/names.h"
#include "common/article/xml/records.h"
#include "common/text/date_stamp.h"
#include "common/text/utf8.h"

namespace newsline::agency {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

std::string text_in(element value) { return mend(json_form::text(value).value_or("")).text; }

std::string text_at(object from, const char* name) {
  element value;
  return from.at_key_case_insensitive(name).get(value) == simdjson::SUCCESS ? text_in(value) : std::string();
}

/// A string, or a number by its digits.
std::string id_at(object from, const char* name) {
  element value;
  if (from.at_key_case_insensitive(name).get(value) != simdjson::SUCCESS) return {};
  return mend(json_form::id(value).value_or(std::string())).text;
}

/// The objects in an array; the object itself where there is but one.
std::vector<object> objects_at(object from, const char* name) {
  std::vector<object> objects;
  element value;
  if (from.at_key_case_insensitive(name).get(value) != simdjson::SUCCESS) return objects;
  object only;
  if (value.get(only) == simdjson::SUCCESS) return {only};
  array all;
  if (value.get(all) != simdjson::SUCCESS) return objects;
  for (const element each : all) {
    if (each.get(only) == simdjson::SUCCESS) objects.push_back(only);
  }
  return objects;
}

/// A text and the role that it has.
struct Part {
  std::string role;
  std::string type;
  std::string text;
};

/// The texts of a field in every spelling: `headline`, `headline_main`, `headlines`.
std::vector<Part> parts_of(object item, std::string_view name) {
  std::vector<Part> parts;
  for (const auto [key, value] : item) {
    const std::string own = xml::lower_case(key);
    if (!own.starts_with(name)) continue;
    const std::string_view role = std::string_view(own).substr(name.size());
    if (role.empty() || role.starts_with('_')) {
      parts.push_back({std::string(role.substr(role.empty() ? 0 : 1)), {}, text_in(value)});
    }
  }
  const std::string plural = name == "body" ? "bodies" : std::string(name) + 's';
  for (const object part : objects_at(item, plural.c_str())) {
    parts.push_back({xml::lower_case(text_at(part, "role")), xml::lower_case(text_at(part, "contenttype")),
                     text_at(part, "value")});
  }
  std::erase_if(parts, [](const Part& part) { return trim(part.text).empty(); });
  return parts;
}

/// That with the main role, else the first.
std::string main_text(const std::vector<Part>& parts) {
  for (const Part& part : parts) {
    if (part.role.empty() || part.role == "main") return part.text;
  }
  return parts.empty() ? std::string() : parts.front().text;
}

enum class Form : unsigned char { plain, nitf, markup };

Form form_of(const Part& part) {
  const std::string_view start = trim_start(part.text);
  if (part.type.find("nitf") != std::string::npos || start.starts_with("<nitf")) return Form::nitf;
  const bool is_said =
      part.type.find("html") != std::string::npos || part.role.find("html") != std::string::npos;
  const bool is_xml = part.type.ends_with("/xml") || part.type.ends_with("+xml");
  if (is_said || (!is_xml && part.text.find("</p>") != std::string::npos)) return Form::markup;
  return Form::plain;
}

void take_body(object object, Item& item) {
  const Part* best = nullptr;
  const std::vector<Part> parts = parts_of(object, "body");
  for (const Part& part : parts) {
    const bool is_unknown_xml = form_of(part) == Form::plain && trim_start(part.text).starts_with('<');
    if (!is_unknown_xml && (best == nullptr || form_of(part) > form_of(*best))) best = &part;
  }
  if (best == nullptr) return;
  if (form_of(*best) == Form::markup) item.body = html::text_of_fragment(best->text);
  if (form_of(*best) == Form::plain) item.body = html::text_of_plain(best->text);
  if (form_of(*best) == Form::nitf) {
    const xml::Structure structure{{}, {}};
    xml::Records records(best->text, structure);
    if (const auto tree = records.next()) take_nitf_body(*tree, 0, item);
  }
}

void take_topics(object object, Item& item) {
  for (const char* const name : {"subject", "subjects", "person", "people", "organisation", "organisations",
                                 "place", "places", "event", "events", "object", "objects"}) {
    const bool is_subject = std::string_view(name).starts_with("subject");
    for (const simdjson::dom::object topic : objects_at(object, name)) {
      std::string code;
      for (const char* const key : {"code", "uri", "literal"}) {
        if (code.empty()) code = text_at(topic, key);
      }
      item.add_subject(one_line(text_at(topic, "name")), is_subject ? code : std::string());
    }
  }
  element keywords;
  if (object.at_key_case_insensitive("keywords").get(keywords) != simdjson::SUCCESS) return;
  for (const std::string_view keyword :
       json_form::names(keywords).value_or(std::vector<std::string_view>{})) {
    item.tags.push_back(mend(keyword).text);
  }
}

/// Who publishes it.
std::string source_of(object item) {
  for (const char* const name : {"provider", "infosource", "infosources", "copyrightholder"}) {
    std::string text = one_line(text_at(item, name));
    for (const object party : objects_at(item, name)) {
      if (text.empty()) text = one_line(text_at(party, "name"));
    }
    if (!text.empty()) return text;
  }
  return {};
}

}  // namespace

Item item_of_ninjs(object object) {
  Item item;
  item.note_origins(
      "key", {{ArticleField::id, "uri"},
              {ArticleField::title, "headline/headlines/title"},
              {ArticleField::published, "firstcreated/contentcreated/versioncreated"},
              {ArticleField::tags, "subjects, people, organisations, places, events, objects, keywords"},
              {ArticleField::authors, "by/byline"},
              {ArticleField::summary, "description"},
              {ArticleField::body, "body/bodies"},
              {ArticleField::language, "language"},
              {ArticleField::slugline, "slugline"},
              {ArticleField::version, "version"},
              {ArticleField::urgency, "urgency"},
              {ArticleField::source, "provider/infosource/copyrightholder"},
              {ArticleField::dateline, "dateline/located"},
              {ArticleField::subjects, "subjects"},
              {ArticleField::embargo, "embargoed"},
              {ArticleField::withdrawn, "pubstatus"}});
  item.id = one_line(text_at(object, "uri"));
  item.version = number_in(id_at(object, "version"));
  item.urgency = number_in(id_at(object, "urgency"));
  item.title = main_text(parts_of(object, "headline"));
  for (const char* const name : {"firstcreated", "contentcreated", "versioncreated"}) {
    if (!item.published) item.published = parse_date_stamp(text_at(object, name));
  }
  item.language = text_at(object, "language");
  std::string by = one_line(text_at(object, "by"));
  if (by.empty()) by = one_line(text_at(object, "byline"));
  item.authors = html::author_names(by);
  if (item.authors.empty() && !by.empty()) item.authors = {by};
  item.source = source_of(object);
  item.slugline = text_at(object, "slugline");
  item.dateline = text_at(object, "dateline");
  if (item.dateline.empty()) item.dateline = text_at(object, "located");
  take_body(object, item);
  item.summary = html::text_of_fragment(main_text(parts_of(object, "description")));
  if (item.title.empty()) item.title = text_at(object, "title");
  take_topics(object, item);
  item.note_status(text_at(object, "pubstatus"));
  element embargo;
  const bool has_embargo = object.at_key_case_insensitive("embargoed").get(embargo) == simdjson::SUCCESS;
  if (has_embargo && !embargo.is_null()) item.note_embargo(text_in(embargo));
  return item;
}

}  // namespace newsline::agency
