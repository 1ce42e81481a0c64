// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/warc/http_message.h"

#include <algorithm>
#include <charconv>

#include "common/article/field/white_space.h"

namespace newsline::web {
namespace {

std::string in_lower_case(std::string_view text) {
  std::string lower(text);
  for (char& each : lower)
    if (each >= 'A' && each <= 'Z') each = static_cast<char>(each + 32);
  return lower;
}

/// The next line, without its end; `text` moves behind it.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace

Headers::Headers(std::string_view lines) {
  while (!lines.empty()) {
    const std::string_view line = take_line(lines);
    if (line.empty()) return;
    if ((line[0] == ' ' || line[0] == '\t') && !fields_.empty()) {
      fields_.back().second += ' ' + std::string(trim(line));
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    fields_.emplace_back(in_lower_case(trim(line.substr(0, colon))), trim(line.substr(colon + 1)));
  }
}

std::string_view Headers::find(std::string_view name) const {
  const auto it =
      std::find_if(fields_.begin(), fields_.end(), [&](const auto& field) { return field.first == name; });
  return it == fields_.end() ? std::string_view{} : std::string_view(it->second);
}

std::size_t behind_blank_line(std::string_view text) {
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    const std::string_view rest = text.substr(at + 1);
    if (rest.starts_with('\n')) return at + 2;
    if (rest.starts_with("\r\n")) return at + 3;
  }
  return std::string_view::npos;
}

std::string media_type(std::string_view content_type) {
  return in_lower_case(trim(content_type.substr(0, content_type.find(';'))));
}

std::string charset_parameter(std::string_view content_type) {
  constexpr std::string_view kName = "charset=";
  const std::string lower = in_lower_case(content_type);
  const std::size_t found = lower.find(kName);
  if (found == std::string::npos) return {};
  std::string_view value = std::string_view(lower).substr(found + kName.size());
  value = trim(value.substr(0, value.find(';')));
  while (value.starts_with('"') || value.starts_with('\'')) value.remove_prefix(1);
  return std::string(value.substr(0, value.find_first_of("\"' ,")));
}

HttpAnswer http_answer(std::string_view block) {
  constexpr int kGood = 200;
  if (!block.starts_with("HTTP/")) return {kGood, Headers(""), block};
  std::string_view rest = block;
  const std::string_view first = take_line(rest);
  HttpAnswer answer;
  const std::size_t blank = std::min(first.find(' '), first.size());
  const std::string_view status = trim(first.substr(blank));
  std::from_chars(status.data(), status.data() + std::min<std::size_t>(status.size(), 3), answer.status);
  answer.headers = Headers(rest);
  const std::size_t body = behind_blank_line(block);
  if (body != std::string_view::npos) answer.body = block.substr(body);
  return answer;
}

std::string without_chunks(std::string_view body) {
  constexpr int kHexadecimal = 16;
  std::string whole;
  while (!body.empty()) {
    std::string_view rest = body;
    const std::string_view line = take_line(rest);
    const std::string_view digits = trim(line.substr(0, line.find(';')));
    std::size_t size = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), size, kHexadecimal);
    if (error != std::errc() || end != digits.data() + digits.size() || size > rest.size()) {
      return whole.append(body);
    }
    if (size == 0) return whole;
    whole += rest.substr(0, size);
    body = rest.substr(size);
    if (body.starts_with('\r')) body.remove_prefix(1);
    if (body.starts_with('\n')) body.remove_prefix(1);
  }
  return whole;
}

}  // namespace newsline::web
