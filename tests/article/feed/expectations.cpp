// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/article/feed/expectations.h"

#include <fmt/format.h>

#include <array>
#include <optional>
#include <regex>

namespace {

std::string utf8_of(unsigned long code) {
  const auto byte = [](unsigned long value) { return static_cast<char>(value); };
  if (code < 0x80) return {byte(code)};
  if (code < 0x800) return {byte(0xC0 | code >> 6), byte(0x80 | (code & 0x3F))};
  return {byte(0xE0 | code >> 12), byte(0x80 | (code >> 6 & 0x3F)), byte(0x80 | (code & 0x3F))};
}

/// What stands between the quotes of a literal of Python.
std::string unescaped(std::string_view literal) {
  std::string text;
  for (std::size_t at = 0; at < literal.size(); ++at) {
    if (literal[at] != '\\' || at + 1 == literal.size()) {
      text += literal[at];
      continue;
    }
    const char kind = literal[++at];
    const std::size_t digits = kind == 'x' ? 2 : kind == 'u' ? 4 : 0;
    if (digits > 0 && at + digits < literal.size() + 0) {
      text += utf8_of(std::stoul(std::string(literal.substr(at + 1, digits)), nullptr, 16));
      at += digits;
    } else {
      text += kind == 'n' ? '\n' : kind == 't' ? '\t' : kind == 'r' ? '\r' : kind;
    }
  }
  return text;
}

/// `'text'`, `u"text"` or a time of nine numbers.
std::optional<std::string> value_of(const std::string& literal) {
  static const std::regex kText(R"(^\s*u?(['"])((?:\\.|(?!\1)[^\\])*)\1\s*$)");
  static const std::regex kTime(R"(^\s*\((\d+), (\d+), (\d+), (\d+), (\d+), (\d+), \d+, \d+, \d+\)\s*$)");
  std::smatch match;
  if (std::regex_match(literal, match, kText)) return unescaped(match[2].str());
  if (!std::regex_match(literal, match, kTime)) return std::nullopt;
  std::array<int, 6> parts{};
  for (std::size_t index = 0; index < parts.size(); ++index) parts[index] = std::stoi(match[index + 1].str());
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", parts[0], parts[1], parts[2], parts[3], parts[4],
                     parts[5]);
}

/// The field of an article that a key of feedparser's is about.
std::string field_of(const std::string& key) {
  if (key == "title" || key == "title_detail") return "title";
  if (key == "description" || key == "summary" || key == "summary_detail") return "summary";
  if (key == "published" || key == "published_parsed") return "published";
  if (key == "updated" || key == "updated_parsed") return "updated";
  return key == "link" || key == "content" ? key : std::string();
}

}  // namespace

std::vector<Expectation> expectations_in(std::string_view file) {
  const std::string start(file.substr(0, 4000));
  if (start.find("Header:") != std::string::npos) return {};
  static const std::regex kLine(R"(Expect:([^\n]*))");
  static const std::regex kClause(
      R"(entries\[(\d+)\](?:\['(\w+)'\]|\.(\w+))(?:\[0\])?(?:\['value'\]|\.value)?\s*==\s*(.*))");
  static const std::regex kCount(R"(len\(entries\)\s*==\s*(\d+))");
  std::smatch line;
  if (!std::regex_search(start, line, kLine)) return {};
  std::vector<Expectation> found;
  std::string rest = line[1].str();
  // Texts may hold ` and `: a clause that is cut there is no literal, and is tried again with the next.
  std::string clause;
  for (bool is_last = false; !is_last;) {
    const std::size_t end = rest.find(" and ");
    is_last = end == std::string::npos;
    clause += rest.substr(0, end);
    rest = is_last ? std::string() : rest.substr(end + 5);
    std::smatch match;
    if (std::regex_search(clause, match, kCount)) {
      found.push_back({0, "entries", match[1].str()});
    } else if (std::regex_search(clause, match, kClause)) {
      const std::string key = match[2].matched ? match[2].str() : match[3].str();
      const auto value = value_of(match[4].str());
      if (value && !field_of(key).empty()) {
        found.push_back({std::stoul(match[1].str()), field_of(key), *value});
      } else if (!value && !is_last) {
        clause += " and ";
        continue;
      }
    }
    clause.clear();
  }
  return found;
}
