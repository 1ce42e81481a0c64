// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <string>
#include <string_view>

#include "common/text/printable.h"
#include "query/names.h"
#include "query/publish/escapes.h"
#include "query/publish/publish.h"
#include "query/render/lines.h"

namespace newsline {
namespace {

void add(std::string& line, std::string_view part) {
  if (!part.empty()) line += (line.empty() ? "" : " · ") + std::string(part);
}

std::string title_of(const std::string& title) {
  const std::string text = markdown_text(title);
  return text.empty() ? "(no title)" : text;
}

/// Entities and backslashes are read in destinations, too.
std::string link(const std::string& text, const std::string& address) {
  if (!is_web_address(address)) return text;
  std::string destination;
  for (const char byte : iri(address)) destination += byte == '&' ? "\\&" : std::string(1, byte);
  return fmt::format("[{}](<{}>)", text, destination);
}

template <typename Record>
std::string facts(const Record& record) {
  std::string line;
  add(line, record.published ? iso8601(*record.published) : "no date");
  if (record.reads) add(line, counted(*record.reads, "read"));
  add(line, markdown_text(record.source));
  add(line, markdown_text(record.section));
  add(line, markdown_text(record.language));
  std::string authors;
  for (const std::string& name : record.authors)
    authors += (authors.empty() ? "" : ", ") + markdown_text(name);
  add(line, authors);
  std::string tags;
  for (const std::string& tag : record.tags) tags += (tags.empty() ? "\\#" : " \\#") + markdown_text(tag);
  add(line, tags);
  return line;
}

/// A paragraph behind `indent`.
std::string paragraph(const std::string& indent, const std::string& text) {
  return "\n" + indent + text + '\n';
}

/// `+6 copies · first 2024-03-12 · Reuters`
std::string story_text(const Story& story, const Hit& hit) {
  std::string text = markdown_text(copies_of(hit));
  if (story.id == hit.id) {
    add(text, "this is the first");
    return text;
  }
  add(text, story.published ? "first " + iso8601(*story.published) : "the first has no date");
  add(text, markdown_text(story.source));
  return text;
}

/// An item of the list that numbers the answer.
std::string item(const Hit& hit, std::uint64_t rank) {
  const std::string number = fmt::format("{}. ", rank);
  const std::string indent(number.size(), ' ');
  std::string text = number + "**" + link(title_of(hit.title.text), hit.url) + "**\n";
  text += paragraph(indent, facts(hit));
  if (hit.story) text += paragraph(indent, story_text(*hit.story, hit));
  const std::string passage = markdown_text(hit.snippet);
  if (!passage.empty()) text += paragraph(indent, "> " + passage);
  return text + '\n';
}

std::string facet_text(const Facet& facet) {
  std::string text = fmt::format("## {}\n\n", name_of(kFacetNames, facet.field));
  for (const FacetCount& count : facet.counts) {
    text += fmt::format("- {}: {}\n", markdown_text(count.value), with_thousands(count.count));
  }
  return text + '\n';
}

}  // namespace

void write_markdown(const Answer& answer, Look& look) {
  const Page& page = answer.page;
  look.output.write(fmt::format("# {}\n\n{}\n\n", markdown_text(answer.options.words), size_of(answer)));
  for (std::size_t i = 0; i < page.hits.size() && !look.output.is_abandoned(); ++i) {
    look.output.write(item(page.hits[i], page.passed + i + 1));
  }
  for (const Facet& facet : page.facets) look.output.write(facet_text(facet));
  look.output.flush();
  write_notices(answer, look);
}

void write_markdown(const Article& article, Look& look) {
  look.output.write("# " + link(title_of(article.title), article.url) + '\n');
  look.output.write(paragraph("", facts(article)));
  for (const std::string_view text : {std::string_view(article.summary), std::string_view(article.body)}) {
    for (std::string_view rest = text; !rest.empty();) {
      const std::size_t end = rest.find('\n');
      const std::string line = markdown_text(rest.substr(0, end));
      if (!line.empty()) look.output.write(paragraph("", line));
      rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
  }
  look.output.flush();
}

}  // namespace newsline
