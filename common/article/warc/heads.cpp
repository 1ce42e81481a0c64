// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/warc/heads.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

#include "common/article/field/white_space.h"
#include "common/article/warc/http_message.h"

namespace newsline::web {
namespace {

constexpr std::size_t kArcWords = 4;  // address, date, type and length behind the target
constexpr std::size_t kArc2Words =
    9;  // address, date, type, status, checksum, location, offset, name, length
constexpr std::size_t kDateDigits = 14;
constexpr std::size_t kFewestDateDigits = 12;

std::optional<std::uint64_t> number_of(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::string_view without_brackets(std::string_view uri) {
  if (uri.starts_with('<') && uri.ends_with('>')) return uri.substr(1, uri.size() - 2);
  return uri;
}

/// An ARC's line: targets may hold blanks, so that its words are counted from the end.
struct ArcLine {
  std::string_view uri;
  std::vector<std::string_view> words;
};

std::optional<ArcLine> arc_line(std::string_view line, bool is_arc_2) {
  ArcLine parts{trim_end(line), {}};
  for (std::size_t left = is_arc_2 ? kArc2Words : kArcWords; left > 0; --left) {
    const std::size_t blank = parts.uri.rfind(' ');
    if (blank == std::string_view::npos) return std::nullopt;
    parts.words.insert(parts.words.begin(), parts.uri.substr(blank + 1));
    parts.uri = parts.uri.substr(0, blank);
  }
  return parts;
}

bool is_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// `20240312093000`, in UTC.
std::optional<Published> capture_of_digits(std::string_view digits) {
  if (digits.size() != kDateDigits || !is_digits(digits)) return std::nullopt;
  return parse_iso8601(std::string(digits.substr(0, 8)) + 'T' + std::string(digits.substr(8)) + 'Z');
}

}  // namespace

bool begins_warc_record(std::string_view line) {
  return line.starts_with("WARC/") && line.size() > 5 && line[5] >= '0' && line[5] <= '9';
}

bool begins_arc_record(std::string_view line, bool is_arc_2) {
  const auto parts = arc_line(line, is_arc_2);
  return parts && parts->uri.find(':') != std::string_view::npos &&
         parts->words[1].size() >= kFewestDateDigits && is_digits(parts->words[1]);
}

std::optional<RecordHead> warc_record_head(std::string_view lines) {
  const Headers headers(lines);
  const auto length = number_of(headers.find("content-length"));
  if (!length) return std::nullopt;
  RecordHead head;
  head.type = media_type(headers.find("warc-type"));
  head.uri = without_brackets(headers.find("warc-target-uri"));
  head.content_type = headers.find("content-type");
  head.captured = parse_iso8601(headers.find("warc-date"));
  head.block_bytes = *length;
  return head;
}

std::optional<RecordHead> arc_record_head(std::string_view line, bool is_arc_2) {
  const auto parts = arc_line(line, is_arc_2);
  if (!parts) return std::nullopt;
  const auto length = number_of(parts->words.back());
  if (!length) return std::nullopt;
  RecordHead head;
  head.type = parts->uri.starts_with("filedesc:") ? "filedesc" : "response";
  head.uri = parts->uri;
  head.content_type = parts->words[2];
  head.captured = capture_of_digits(parts->words[1]);
  head.block_bytes = *length;
  return head;
}

}  // namespace newsline::web
