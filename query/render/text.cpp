// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>

#include "common/text/printable.h"
#include "query/names.h"
#include "query/render/lines.h"
#include "query/render/renderer.h"

namespace newsline {
namespace {

constexpr std::string_view kBetween = " · ";

void add(std::string& line, std::string_view part) {
  const std::string safe = printable_line(part);
  if (safe.empty()) return;
  if (!line.empty()) line += kBetween;
  line += safe;
}

std::string tag_line(const std::vector<std::string>& tags) {
  std::string line;
  for (const std::string& tag : tags) line += (line.empty() ? "#" : " #") + printable_line(tag);
  return line;
}

std::string joined(const std::vector<std::string>& names) {
  std::string line;
  for (const std::string& name : names) line += (line.empty() ? "" : ", ") + printable_line(name);
  return line;
}

/// `2024-03-12`, or `2024-03-12 09:30` in the zone of the article.
std::string moment(const Published& published) {
  std::string text = iso8601(published.day);
  if (published.time) {
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(*published.time).count();
    text += fmt::format(" {:02}:{:02}", minutes / 60, minutes % 60);
  }
  return text;
}

/// Date, counter and origin, which hits and articles have alike.
template <typename Record>
std::string facts(const Record& record) {
  std::string line;
  add(line, record.published ? moment(*record.published) : "no date");
  if (record.reads) add(line, counted(*record.reads, "read"));
  add(line, record.source);
  add(line, record.section);
  add(line, record.language);
  return line;
}

/// `+6 copies · first 2024-03-12 · Reuters · its id`
std::string story_line(const Hit& hit) {
  if (!hit.story) return {};
  const Story& story = *hit.story;
  std::string line = copies_of(hit);
  if (story.id == hit.id) {
    add(line, "this is the first");
    return line;
  }
  add(line, story.published ? "first " + moment(*story.published) : "the first has no date");
  add(line, story.source);
  add(line, story.id);
  return line;
}

class TextRenderer : public Renderer {
 public:
  explicit TextRenderer(Look& look) : look_(look) {}

  void answer(const Answer& answer) override {
    if (!answer.explanation.empty()) write_explanation(answer.explanation);
    const Page& page = answer.page;
    write_spelling(page);
    if (page.partial) {
      look_.output.write(look_.paint.strong("No article has all the words. These have some of them:") +
                         "\n\n");
    }
    const std::size_t last = answer.page.passed + page.hits.size();
    const std::size_t digits = std::to_string(last).size();
    for (std::size_t i = 0; i < page.hits.size() && !look_.output.is_abandoned(); ++i) {
      write_hit(page.hits[i], fmt::format("{:>{}}. ", page.passed + i + 1, digits));
    }
    write_total(answer);
    for (const Facet& facet : page.facets)
      write_facet(facet, answer.options.count_stories ? "story" : "article");
    look_.output.flush();
    write_stats(answer, look_);
  }

  void article(const Article& article) override {
    write_lines("", MarkedText{article.title.empty() ? "(no title)" : article.title, {}}, true);
    write_fact(facts(article));
    if (!article.authors.empty()) write_fact("by " + joined(article.authors));
    if (!article.tags.empty()) write_fact(tag_line(article.tags));
    write_fact(article.id);
    if (article.url != article.id) write_fact(article.url);
    if (article.path != article.id) write_fact(article.path);
    write_paragraphs(article.summary);
    write_paragraphs(article.body);
    look_.output.flush();
  }

  void tags(const std::vector<FacetCount>& tags) override {
    write_counts(tags, "");
    look_.output.flush();
  }

  void suggestions(const std::vector<Suggestion>& suggestions) override {
    std::size_t width = 0;
    for (const Suggestion& each : suggestions)
      width = std::max(width, display_width(printable_line(each.text)));
    for (const Suggestion& each : suggestions) {
      const std::string text = printable_line(each.text);
      const std::string gap = look_.columns ? std::string(width + 2 - display_width(text), ' ') : "\t";
      const std::string what =
          fmt::format("{}, {}", name_of(kSuggestionNames, each.kind), counted(each.articles, "article"));
      look_.output.write(text + gap + look_.paint.dim(what) + '\n');
    }
    look_.output.flush();
  }

  void acronyms(const std::vector<KnownAcronym>& acronyms) override {
    for (const KnownAcronym& each : acronyms) {
      if (look_.output.is_abandoned()) return;
      look_.output.write(look_.paint.strong(printable_line(each.acronym)) + "  " +
                         printable_line(each.long_form) + '\n');
      std::string line = counted(each.articles, "article");
      if (each.first_day) {
        add(line, *each.first_day == *each.last_day
                      ? iso8601(*each.first_day)
                      : fmt::format("{} to {}", iso8601(*each.first_day), iso8601(*each.last_day)));
      }
      add(line, each.article);
      look_.output.write("  " + look_.paint.dim(line) + '\n');
    }
    look_.output.flush();
  }

 private:
  void write_spelling(const Page& page) {
    if (!page.corrections.empty()) {
      look_.output.write(look_.paint.strong("Nothing matches as it was asked. This answers " +
                                            described(page.corrections) + ":") +
                         "\n\n");
    }
    if (!page.suggestions.empty()) {
      look_.output.write(look_.paint.strong("Did you mean " + described(page.suggestions) + "?") + "\n\n");
    }
  }

  void write_lines(const std::string& first, const MarkedText& text, bool strong) {
    look_.output.write(lines_of(text, {first, look_.columns, strong}, look_.paint));
  }

  void write_fact(const std::string& text) {
    if (!text.empty()) look_.output.write(look_.paint.dim(printable_line(text)) + '\n');
  }

  /// Each line of the text is a paragraph; a blank line comes before the first, and those of the text stay.
  void write_paragraphs(std::string_view text) {
    if (text.empty()) return;
    look_.output.write("\n");
    while (!text.empty() && !look_.output.is_abandoned()) {
      const std::size_t end = text.find('\n');
      const std::string lines =
          lines_of({std::string(text.substr(0, end)), {}}, {"", look_.columns, false}, look_.paint);
      look_.output.write(lines.empty() ? "\n" : lines);
      text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
  }

  void write_explanation(std::string_view explanation) {
    std::string lines = printable(explanation);
    if (!lines.ends_with('\n')) lines += '\n';
    look_.output.write(lines + '\n');
  }

  void write_hit(const Hit& hit, const std::string& rank) {
    const std::string indent(rank.size(), ' ');
    const MarkedText untitled{"(no title)", {}};
    write_lines(rank, hit.title.text.empty() ? untitled : hit.title, true);
    std::string line = facts(hit);
    add(line, tag_line(hit.tags));
    write_lines(indent, {line, {}}, false);
    write_lines(indent, hit.snippet, false);
    if (hit.story) write_lines(indent, {story_line(hit), {}}, false);
    look_.output.write(indent + look_.paint.dim(printable_line(hit.id)) + "\n\n");
  }

  void write_total(const Answer& answer) {
    const std::uint64_t total = answer.page.total;
    const std::uint64_t offset = answer.page.passed;
    const std::size_t shown = answer.page.hits.size();
    std::string line = size_of(answer);
    if (shown == 0 && offset != 0 && total != 0) {
      line += fmt::format(", none behind number {}", with_thousands(offset));
    } else if (shown != 0 && shown < hits_of(answer)) {
      const std::string last = shown == 1 ? "" : " to " + with_thousands(offset + shown);
      line = fmt::format("{}{} of {}", with_thousands(offset + 1), last, line);
      const bool by_cursor = !answer.options.after.empty();
      if (!answer.page.next.empty()) {
        line += by_cursor ? "; next: --after " + answer.page.next
                          : fmt::format("; next: --offset {}", offset + shown);
      }
    }
    look_.output.write(look_.paint.strong(line) + '\n');
  }

  void write_facet(const Facet& facet, std::string_view what) {
    const std::string_view name = name_of(kFacetNames, facet.field);
    std::string more;
    if (facet.distinct > facet.counts.size()) {
      more = fmt::format("{} of {}", facet.counts.size(), with_thousands(facet.distinct));
    }
    if (facet.without != 0) {
      more += fmt::format("{}{} without", more.empty() ? "" : ", ", counted(facet.without, what));
    }
    if (facet.sideways) {
      more += fmt::format("{}of {} without --tag", more.empty() ? "" : ", ", counted(facet.total, what));
    }
    look_.output.write('\n' + look_.paint.strong(name));
    if (!more.empty()) look_.output.write(' ' + look_.paint.dim('(' + more + ')'));
    look_.output.write("\n");
    write_counts(facet.counts, "  ");
  }

  void write_counts(const std::vector<FacetCount>& counts, std::string_view indent) {
    std::size_t width = 0;
    for (const FacetCount& count : counts) width = std::max(width, with_thousands(count.count).size());
    for (const FacetCount& count : counts) {
      if (look_.output.is_abandoned()) return;
      std::string line = fmt::format("{}{:>{}}  ", indent, with_thousands(count.count), width);
      if (count.surprise) line += fmt::format("{:>8.1f}x  ", count.surprise->lift);
      look_.output.write(line + printable_line(count.value) + '\n');
    }
  }

  Look& look_;
};

}  // namespace

std::unique_ptr<Renderer> make_text_renderer(Look& look) { return std::make_unique<TextRenderer>(look); }

}  // namespace newsline
