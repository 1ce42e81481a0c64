// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/formats.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "common/article/agency/ninjs.h"
#include "common/article/agency/reader.h"
#include "common/article/feed/json_feed.h"
#include "common/article/feed/reader.h"
#include "common/article/field/white_space.h"
#include "common/article/file/walk.h"
#include "common/article/html/reader.h"
#include "common/article/json/lines_reader.h"
#include "common/article/page/reader.h"
#include "common/article/xml/prolog.h"
#include "common/error.h"
#include "common/text/utf8.h"

namespace newsline {
namespace {

constexpr std::size_t kPeekBytes = 4096;

struct Signature {
  std::string_view start;
  std::string_view name;
};

/// Formats that start with these bytes and may look like text for a while.
constexpr std::array kOtherFormats{
    Signature{"%PDF-", "PDF"},
    Signature{"%!PS", "PostScript"},
    Signature{"{\\rtf", "RTF"},
    Signature{"PK\x03\x04", "a ZIP archive or an office document"},
    Signature{"\xD0\xCF\x11\xE0", "an office document"},
    Signature{"\xFF\xFE", "UTF-16; text in UTF-8 is expected"},
    Signature{"\xFE\xFF", "UTF-16; text in UTF-8 is expected"},
    Signature{"<?xml", "XML"},
};

char lower(char character) {
  return character >= 'A' && character <= 'Z' ? static_cast<char>(character + 32) : character;
}

bool starts_with_any_case(std::string_view text, std::string_view start) {
  const auto equal = [](char left, char right) { return lower(left) == lower(right); };
  return text.size() >= start.size() && std::equal(start.begin(), start.end(), text.begin(), equal);
}

/// Whether more than a tenth of it cannot be part of a text in UTF-8.
bool is_binary(std::string_view start) {
  constexpr std::size_t kCutAtItsEnd = 1;
  const MendedText mended = mend(start);
  return (mended.replaced + mended.removed) * 10 > start.size() + 10 * kCutAtItsEnd;
}

/// Why the file is none of ours; empty if it may be.
std::string reason_against(std::string_view start) {
  if (start.empty()) return "empty file";
  for (const Signature& other : kOtherFormats) {
    if (starts_with_any_case(trim_start(start), other.start))
      return fmt::format("not a text of news: {}", other.name);
  }
  if (is_binary(start)) return "not a text in UTF-8: binary, or in another encoding";
  return {};
}

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

std::string_view without_compression(std::string_view path) {
  for (const std::string_view ending : {".gz", ".zst", ".xz", ".bz2"}) {
    if (path.ends_with(ending)) path.remove_suffix(ending.size());
  }
  return path;
}

bool has_name_of_json(std::string_view path) {
  path = without_compression(path);
  return path.ends_with(".jsonl") || path.ends_with(".ndjson") || path.ends_with(".json");
}

bool has_name_of_xml(std::string_view path) { return without_compression(path).ends_with(".xml"); }

using Opened = std::variant<std::unique_ptr<Reader>, Rejection>;

/// The table of readers.
Opened reader_for(Input input, const ReadContext& context) {
  const std::string start(input.peek(kPeekBytes));
  if (is_agency(start)) return agency_reader(std::move(input), context);
  if (is_ninjs(start)) return ninjs_reader(std::move(input), context);
  if (is_feed(start)) return feed_reader(std::move(input), context);
  if (is_json_feed(start)) return json_feed_reader(std::move(input), context);
  if (is_html(start, context.path)) return html_reader(std::move(input), context);
  if (has_name_of_xml(context.path) && !xml::root_name(start).empty()) {
    return Rejection{context.path, 0, "not a text of news: XML"};
  }
  if (std::string reason = reason_against(start); !reason.empty()) return Rejection{context.path, 0, reason};
  const std::string_view text = trim_start(start);
  const bool is_json = has_name_of_json(context.path);
  if (opens_array_of_objects(text) || (is_json && text.starts_with('['))) {
    return Rejection{context.path, 0, "a JSON array; one object a line is expected"};
  }
  if (opens_object(text) && first_line(text) == "{") {
    return Rejection{context.path, 0, "a JSON object over several lines; one object a line is expected"};
  }
  if (is_json || opens_object(text)) return json_lines_reader(std::move(input), context);
  return page_reader(std::move(input), context);
}

}  // namespace

std::variant<std::unique_ptr<Reader>, Rejection> open_reader(const ReadContext& context) {
  try {
    return reader_for(Input(context.path), context);
  } catch (const Error& error) {
    return rejection_for(error, context.path, 0);
  }
}

}  // namespace newsline
