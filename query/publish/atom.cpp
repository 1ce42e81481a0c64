// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

#include "common/article/file/content_hash.h"
#include "query/names.h"
#include "query/publish/escapes.h"
#include "query/publish/publish.h"

namespace newsline {
namespace {

/// What a feed must say where nobody knows a date.
constexpr const char* kUnknownTime = "1970-01-01T00:00:00Z";

/// RFC 3339: always with a time.
std::string date_time(const Published& published) {
  const std::string text = iso8601(published);
  return published.time ? text : text + "T00:00:00Z";
}

/// A name that stays the same as long as the text does (RFC 9562, version 8).
std::string urn(std::string_view text) {
  std::string hash = content_hash(text);
  hash[12] = '8';
  hash[16] = '8';
  return fmt::format("urn:uuid:{}-{}-{}-{}-{}", hash.substr(0, 8), hash.substr(8, 4), hash.substr(12, 4),
                     hash.substr(16, 4), hash.substr(20));
}

std::string element(std::string_view name, std::string_view text) {
  return fmt::format("<{0}>{1}</{0}>\n", name, xml_text(text));
}

std::string author(std::string_view name) {
  return fmt::format("<author><name>{}</name></author>\n", xml_text(name));
}

/// `hy`, `zh-hans`; anything else says nothing.
std::string language(const std::string& tag) {
  const bool fits = !tag.empty() && tag.front() != '-' && tag.back() != '-' &&
                    tag.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos &&
                    tag.find("--") == std::string::npos;
  return fits ? fmt::format(" xml:lang=\"{}\"", tag) : "";
}

std::string entry(const Hit& hit) {
  std::string text = fmt::format("<entry{}>\n", language(hit.language));
  text += element("id", is_web_address(hit.id) ? iri(hit.id) : urn(hit.id));
  text += element("title", hit.title.text);
  text += element("updated", hit.published ? date_time(*hit.published) : kUnknownTime);
  if (hit.published) text += element("published", date_time(*hit.published));
  if (is_web_address(hit.url)) {
    text += fmt::format("<link rel=\"alternate\" href=\"{}\"/>\n", xml_text(iri(hit.url)));
  }
  for (const std::string& name : hit.authors) text += author(name);
  if (hit.authors.empty() && !hit.source.empty()) text += author(hit.source);
  for (const std::string& tag : hit.tags) text += fmt::format("<category term=\"{}\"/>\n", xml_text(tag));
  // An entry without a link must have content.
  const char* const passage = is_web_address(hit.url) ? "summary" : "content";
  if (!hit.snippet.text.empty() || !is_web_address(hit.url)) text += element(passage, hit.snippet.text);
  return text + "</entry>\n";
}

/// The latest date of the hits.
std::string updated(const Page& page) {
  std::optional<Published> latest;
  for (const Hit& hit : page.hits) {
    if (hit.published && (!latest || latest->utc_seconds() < hit.published->utc_seconds())) {
      latest = hit.published;
    }
  }
  return latest ? date_time(*latest) : kUnknownTime;
}

/// One feed a question and order.
std::string feed_id(const Options& options) {
  std::string question =
      fmt::format("{}\n{}\n{}", options.words, name_of(kSortNames, options.sort), options.any_tag);
  for (const std::string& tag : options.tags) question += '\n' + tag;
  if (options.copies) question += "\ncopies";
  if (options.command != CommandName::search)
    question += fmt::format("\n{}", name_of(kCommandNames, options.command));
  return urn(question);
}

}  // namespace

void write_atom(const Answer& answer, Look& look) {
  look.output.write(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n" +
      element("id", feed_id(answer.options)) + element("title", answer.options.words) +
      element("updated", updated(answer.page)) + author("newsline-query"));
  for (const Hit& hit : answer.page.hits) {
    if (look.output.is_abandoned()) return;
    look.output.write(entry(hit));
  }
  look.output.write("</feed>\n");
  look.output.flush();
  write_notices(answer, look);
}

}  // namespace newsline
