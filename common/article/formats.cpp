// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/formats.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "common/article/agency/ninjs.h"
#include "common/article/agency/reader.h"
#include "common/article/container/reader.h"
#include "common/article/csv/reader.h"
#include "common/article/feed/json_feed.h"
#include "common/article/feed/reader.h"
#include "common/article/field/white_space.h"
#include "common/article/file/name_ending.h"
#include "common/article/html/reader.h"
#include "common/article/json/lines_reader.h"
#include "common/article/markdown/reader.h"
#include "common/article/other_formats.h"
#include "common/article/page/reader.h"
#include "common/article/warc/reader.h"
#include "common/article/xml/prolog.h"
#include "common/error.h"
#include "common/text/printable.h"

namespace newsline {
namespace {

constexpr std::size_t kPeekBytes = 4096;

using Opened = std::variant<std::unique_ptr<Reader>, Rejection>;

/// A format is told by a mark at its start that no text has, or it is plain text.
enum class Kind { marked, text };

/// A format of articles.
struct Format {
  FormatInfo info;
  Kind kind;
  std::string_view mark;  ///< by which the content tells it
  bool (*fits)(std::string_view start, std::string_view path);
  Opened (*open)(Input input, const ReadContext& context);
};

std::string_view first_line(std::string_view text) { return trim_end(text.substr(0, text.find('\n'))); }

/// Whether the text starts as an object of JSON does: `{` and then a name or the end.
bool opens_object(std::string_view text) {
  if (!text.starts_with('{')) return false;
  const std::string_view inside = trim_start(text.substr(1));
  return inside.starts_with('"') || inside.starts_with('}');
}

bool opens_array_of_objects(std::string_view text) {
  return text.starts_with('[') && opens_object(trim_start(text.substr(1)));
}

bool is_json(std::string_view start, std::string_view path) {
  const std::string_view text = trim_start(start);
  if (is_markdown({}, path)) return false;  // its front matter may be an object
  return opens_object(text) || opens_array_of_objects(text) ||
         has_ending(path, {".jsonl", ".ndjson", ".json"});
}

Opened open_json(Input input, const ReadContext& context) {
  const std::string start(input.peek(kPeekBytes));
  const std::string_view text = trim_start(start);
  if (text.starts_with('[')) return Rejection{context.path, 0, "a JSON array; one object a line is expected"};
  if (opens_object(text) && first_line(text) == "{")
    return Rejection{context.path, 0, "a JSON object over several lines; one object a line is expected"};
  return json_lines_reader(std::move(input), context);
}

bool is_any(std::string_view /*start*/, std::string_view /*path*/) { return true; }

template <auto make_reader>
Opened open_with(Input input, const ReadContext& context) {
  return make_reader(std::move(input), context);
}

template <auto fits>
bool by_content(std::string_view start, std::string_view /*path*/) {
  return fits(start);
}

/// All formats, in the order in which a file is tried; the last takes what is left.
constexpr std::array kFormats{
    Format{{"agency", ".xml .nitf", "what agencies send: NITF, NewsML-G2, NewsML 1, an article each item"},
           Kind::marked,
           "the name of its first element",
           by_content<is_agency>,
           open_with<agency_reader>},
    Format{{"ninjs", ".json .jsonl", "what agencies send in JSON: one item, an array, or one a line"},
           Kind::marked,
           "the keys of its first object",
           by_content<is_ninjs>,
           open_with<ninjs_reader>},
    Format{{"feed", ".rss .atom .xml .rdf", "feeds: RSS, RDF, Atom and CDF, an article each entry"},
           Kind::marked,
           "the name of its first element",
           by_content<is_feed>,
           open_with<feed_reader>},
    Format{{"jsonfeed", ".json", "JSON Feed 1.0 and 1.1, an article each item"},
           Kind::marked,
           "the version that it names",
           by_content<is_json_feed>,
           open_with<json_feed_reader>},
    Format{{"html", ".html .htm .xhtml .shtml", "web pages: one article each, without menus and the like"},
           Kind::marked,
           "a doctype or an element of HTML at its start",
           is_html,
           open_with<html_reader>},
    Format{{"warc", ".warc .arc", "web archives: each web page in them; other records are skipped"},
           Kind::marked,
           "the head of its first record",
           is_web_archive,
           open_with<web_archive_reader>},
    Format{{"jsonl", ".jsonl .ndjson .json", "JSON Lines: one object a line, an article each"},
           Kind::text,
           "an object of JSON at its start",
           is_json,
           open_json},
    Format{{"csv", ".csv .tsv", "tables with a header row: an article each row"},
           Kind::text,
           "names of fields in its first row",
           is_csv,
           open_with<csv_reader>},
    Format{
        {"markdown", ".md .markdown .mdown .mkd .mdx", "pages of static sites: Markdown with front matter"},
        Kind::text,
        "front matter at its start",
        is_markdown,
        open_with<markdown_reader>},
    Format{{"page", ".txt", "scraped page text: title, date, counter, paragraphs, tags"},
           Kind::text,
           "text, and no other format fits",
           is_any,
           open_with<page_reader>},
};

const Format* format_named(std::string_view name) {
  const auto* const format = std::find_if(kFormats.begin(), kFormats.end(),
                                          [&](const Format& known) { return known.info.name == name; });
  return format == kFormats.end() ? nullptr : format;
}

/// Nothing where none of this kind fits.
const Format* format_of(Kind kind, std::string_view start, std::string_view path) {
  const auto* const format = std::find_if(kFormats.begin(), kFormats.end(), [&](const Format& known) {
    return known.kind == kind && known.fits(start, path);
  });
  return format == kFormats.end() ? nullptr : format;
}

/// Tells why an input is read so, to whoever wants to know.
Opened open_told(const Format& format, Input input, std::string_view start, const ReadContext& context) {
  if (context.observer != nullptr) {
    const bool is_asked = !context.as.empty();
    const bool is_told = format.fits(start, "");
    const std::string why = is_asked  ? "asked for with --as"
                            : is_told ? fmt::format("by its content: {}", format.mark)
                                      : "by its name";
    context.observer->detected(context.path, format.info.name, why);
    if (const auto charset = input.charset()) context.observer->decoded(*charset);
  }
  return format.open(std::move(input), context);
}

std::string_view name_of(ContainerKind kind) {
  return kind == ContainerKind::tar ? "tar" : kind == ContainerKind::zip ? "zip" : "7z";
}

void tell_wrappings(const Input& input, std::optional<ContainerKind> container, const ReadContext& context) {
  if (context.observer == nullptr) return;
  for (const std::string_view compression : input.compressions())
    context.observer->opened(context.path, compression);
  if (container) context.observer->opened(context.path, name_of(*container));
}

/// The reader for what is in an input, the compressions of which are undone.
Opened reader_for(Input input, const ReadContext& context) {
  const std::string start(input.peek(kPeekBytes));
  if (const std::string_view office = office_document(start); !office.empty())
    return Rejection{context.path, 0, fmt::format("not a text of news: {}", office)};
  const auto kind = container_kind(start);
  tell_wrappings(input, kind, context);
  if (kind) return container_reader(std::move(input), *kind, context, reader_for);
  if (!context.as.empty()) {
    const Format* const asked = format_named(context.as);
    if (asked != nullptr) return open_told(*asked, std::move(input), start, context);
    return Rejection{context.path, 0,
                     fmt::format("it is to be read as {}, which this program does not know", context.as)};
  }
  const Format* format = format_of(Kind::marked, start, context.path);
  if (format != nullptr) return open_told(*format, std::move(input), start, context);
  if (has_ending(context.path, {".xml"}) && !xml::root_name(start).empty())
    return Rejection{context.path, 0, "not a text of news: XML"};
  if (std::string reason = reason_against(start); !reason.empty()) return Rejection{context.path, 0, reason};
  format = format_of(Kind::text, start, context.path);
  return open_told(*format, std::move(input), start, context);
}

}  // namespace

std::variant<std::unique_ptr<Reader>, Rejection> open_reader(const ReadContext& context) {
  try {
    return reader_for(Input(context.path), context);
  } catch (const Error& error) {
    return rejection_for(error, context.path, 0);
  }
}

std::vector<FormatInfo> article_formats() {
  std::vector<FormatInfo> infos;
  infos.reserve(kFormats.size());
  for (const Format& format : kFormats) infos.push_back(format.info);
  return infos;
}

std::vector<FormatInfo> wrapping_formats() {
  return {{"tar", ".tar", "archives of files; members go by PATH!MEMBER"},
          {"zip", ".zip", "archives of files; encrypted members are rejected"},
          {"7z", ".7z", "archives of files"},
          {"compressed", ".gz .zst .xz .bz2 .lz4", "anything above, one within the other up to 8 times"}};
}

void require_article_format(std::string_view name) {
  if (format_named(name) != nullptr) return;
  throw Error(ErrorKind::usage, fmt::format("there is no format \"{}\"", printable_line(name)),
              "newsline-index formats lists them");
}

}  // namespace newsline
