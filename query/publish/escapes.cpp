// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/publish/escapes.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "common/text/printable.h"
#include "common/text/utf8.h"

namespace newsline {
namespace {

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
  return text;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Where a sign at the start of a paragraph would begin a block: the byte before which a backslash stands.
std::size_t block_sign(std::string_view text) {
  if (text.empty()) return std::string_view::npos;
  if (std::string_view("+-=:").find(text.front()) != std::string_view::npos) return 0;
  const auto* const behind = std::ranges::find_if_not(text, is_digit);
  if (behind == text.begin() || behind == text.end() || (*behind != '.' && *behind != ')')) {
    return std::string_view::npos;
  }
  return static_cast<std::size_t>(behind - text.begin());
}

/// A backslash before each sign that means something, and before the byte at `sign_of_block`.
std::string with_backslashes(std::string_view text, std::size_t sign_of_block) {
  constexpr std::string_view kSigns = "\\`*_{}[]<>&#|~!$^@";
  std::string escaped;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = text.substr(i);
    const std::string_view before = text.substr(i < 3 ? i : i - 3, 3);
    const bool begins_address =
        rest.starts_with("://") || (rest.starts_with('.') && (before == "www" || before == "WWW"));
    const bool is_sign = kSigns.find(text[i]) != std::string_view::npos;
    if (is_sign || begins_address || i == sign_of_block) escaped += '\\';
    escaped += text[i];
  }
  return escaped;
}

}  // namespace

std::string xml_text(std::string_view text) {
  std::string escaped;
  for (const char byte : printable_line(text)) {
    switch (byte) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      default:
        escaped += byte;
    }
  }
  constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
  return replaced(replaced(std::move(escaped), "\xEF\xBF\xBE", kReplacement), "\xEF\xBF\xBF", kReplacement);
}

std::string markdown_text(std::string_view text) {
  const std::string line = printable_line(text);
  return with_backslashes(line, block_sign(line));
}

std::string markdown_text(const MarkedText& text) {
  const std::string_view whole = text.text;
  std::string line;
  const auto add = [&](std::size_t begin, std::size_t end, std::string_view sign) {
    const std::string part =
        replaced(replaced(printable(whole.substr(begin, end - begin)), "\n", " "), "\t", " ");
    const std::size_t at_start = line.empty() ? block_sign(part) : std::string_view::npos;
    if (!part.empty()) line += fmt::format("{0}{1}{0}", sign, with_backslashes(part, at_start));
  };
  std::size_t at = 0;
  for (std::size_t i = 0; i < text.marks.size(); ++i) {
    const std::size_t begin = text.marks[i].begin;
    while (i + 1 < text.marks.size() && text.marks[i].end == text.marks[i + 1].begin)
      ++i;  // signs must not meet
    add(at, begin, "");
    add(begin, text.marks[i].end, "**");
    at = text.marks[i].end;
  }
  add(at, whole.size(), "");
  return line;
}

bool is_web_address(std::string_view address) {
  std::string start(address.substr(0, 8));
  std::ranges::transform(start, start.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return start.starts_with("http://") || start.starts_with("https://");
}

std::string iri(std::string_view address) {
  constexpr std::string_view kUnfit = "\"<>\\^`{|}";
  std::string text;
  while (!address.empty()) {
    std::size_t length = 1;
    while (length < address.size() && utf8_floor(address, length) != length) ++length;
    const std::string_view letter = address.substr(0, length);
    const bool unfit = letter.front() == ' ' || kUnfit.find(letter.front()) != std::string_view::npos ||
                       printable_line(letter) != letter;
    for (const char byte : letter) {
      text += unfit ? fmt::format("%{:02X}", static_cast<unsigned char>(byte)) : std::string(1, byte);
    }
    address.remove_prefix(length);
  }
  return text;
}

}  // namespace newsline
