// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <regex>
#include <span>
#include <sstream>
#include <string>
#include <string_view>

#include "tests/layering/rules.h"

namespace newsline::layering {
namespace {

/// Headers whose only use is to print or to read what was typed.
constexpr std::array<std::string_view, 4> kLoudHeaders = {"iostream", "fmt/color.h", "fmt/ostream.h"};

/// Functions and objects that print, read the environment or arguments, or end the process.
constexpr std::array<std::string_view, 32> kLoudNames = {
    "abort",      "argc",          "argv",   "at_quick_exit", "atexit",  "cerr",   "clog",      "cout",
    "environ",    "_Exit",         "_exit",  "exit",          "fprintf", "fputc",  "fputs",     "fwprintf",
    "getenv",     "perror",        "popen",  "printf",        "putchar", "putenv", "puts",      "setenv",
    "quick_exit", "secure_getenv", "stderr", "stdout",        "syslog",  "system", "terminate", "vprintf"};

/// Names that are loud in these namespaces only.
constexpr std::array<std::string_view, 2> kLoudQualified = {"fmt::print", "std::print"};

/// Xapian's and ICU's own ways to take texts apart, and who may use them.
struct WordMaker {
  std::string_view name;
  std::string_view allowed;  ///< folder; empty: nowhere
};
constexpr std::array<WordMaker, 5> kWordMakers = {{{"Xapian::TermGenerator", ""},
                                                   {"Xapian::QueryParser", ""},
                                                   {"BreakIterator", "common/text"},
                                                   {"Normalizer2", "common/text"},
                                                   {"foldCase", "common/text"}}};

/// Spelt in two parts, so that this file does not break the rule.
constexpr std::array<std::string_view, 3> kNotes = {
    "TO"
    "DO",
    "FIX"
    "ME",
    "XX"
    "X"};

bool is_one_of(std::string_view name, std::span<const std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// The line of the first place in `code` where a name ends in `name`; 0 if there is none.
std::size_t line_of(std::string_view name, const std::string& code) {
  const auto goes_on = [&](std::size_t at) {
    return at < code.size() && (std::isalnum(static_cast<unsigned char>(code[at])) != 0 || code[at] == '_');
  };
  std::size_t at = code.find(name);
  while (at != std::string::npos && goes_on(at + name.size())) at = code.find(name, at + 1);
  if (at == std::string::npos) return 0;
  return 1 + static_cast<std::size_t>(
                 std::count(code.begin(), code.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

std::string place(const std::string& path, std::size_t line) {
  return path + ":" + std::to_string(line) + ": ";
}

}  // namespace

Violations common_is_silent(const SourceTree& tree) {
  Violations found;
  for (const auto& [path, source] : tree) {
    if (!is_cpp_source(path) || !path.starts_with("common/")) continue;
    for (const Include& include : includes_of(source)) {
      if (is_one_of(include.path, kLoudHeaders)) {
        found.push_back(place(path, include.line) + "<" + include.path + "> has no place in common/");
      }
    }
    const std::string code = without_comments_and_literals(source);
    for (const auto& [name, line] : identifiers_of(code)) {
      if (is_one_of(name, kLoudNames)) {
        found.push_back(place(path, line) + std::string(name) + " has no place in common/");
      }
    }
    for (const std::string_view name : kLoudQualified) {
      const std::size_t line = line_of(name, code);
      if (line != 0) found.push_back(place(path, line) + std::string(name) + " has no place in common/");
    }
  }
  return found;
}

Violations words_are_made_in_one_place(const SourceTree& tree) {
  Violations found;
  for (const auto& [path, source] : tree) {
    if (!is_cpp_source(path) || path.starts_with("tests/")) continue;
    const std::string code = without_comments_and_literals(source);
    for (const WordMaker& maker : kWordMakers) {
      const std::size_t line = line_of(maker.name, code);
      if (line == 0 || folder_of(path) == maker.allowed) continue;
      found.push_back(place(path, line) + std::string(maker.name) + " is a second place that makes words");
    }
  }
  return found;
}

Violations types_have_names_of_their_own(const SourceTree& tree) {
  static const std::regex kScope(R"(^namespace ([\w:]+) \{)");
  static const std::regex kType(R"(^(?:struct|class|enum class) (\w+)[^;]*\{)");
  Violations found;
  std::map<std::string, std::string> headers;  // of types
  for (const auto& [path, source] : tree) {
    if (!path.ends_with(".h") || path.starts_with("tests/")) continue;
    std::istringstream lines(without_comments_and_literals(source));
    std::string scope;
    std::smatch parts;
    std::size_t number = 0;
    for (std::string line; std::getline(lines, line);) {
      ++number;
      if (std::regex_search(line, parts, kScope)) scope = parts[1];
      if (!std::regex_search(line, parts, kType)) continue;
      const std::string type = scope + "::" + parts[1].str();
      const auto [header, is_new] = headers.try_emplace(type, path);
      if (!is_new) found.push_back(place(path, number) + type + " is also in " + header->second);
    }
  }
  return found;
}

Violations nothing_is_left_for_later(const SourceTree& tree) {
  Violations found;
  for (const auto& [path, source] : tree) {
    for (const auto& [name, line] : identifiers_of(source)) {
      if (is_one_of(name, kNotes))
        found.push_back(place(path, line) + std::string(name) + " is a note to oneself");
    }
  }
  return found;
}

}  // namespace newsline::layering
