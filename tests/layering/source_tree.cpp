// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/layering/source_tree.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace newsline::layering {
namespace {

namespace fs = std::filesystem;

constexpr std::array kFolders = {"common", "indexer", "query", "tests"};
constexpr std::array kFilesOfTheRoot = {"CMakeLists.txt", "dev", ".ci/run"};

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

std::string content_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Where the literal that begins at `begin` (a quote) ends: behind its closing quote, or at the line's end.
std::size_t end_of_literal(std::string_view source, std::size_t begin) {
  const char quote = source[begin];
  std::size_t at = begin + 1;
  while (at < source.size() && source[at] != quote && source[at] != '\n') at += source[at] == '\\' ? 2 : 1;
  return std::min(at + (at < source.size() && source[at] == quote ? 1 : 0), source.size());
}

/// The same for R"delimiter(...)delimiter", whose quote is at `begin`.
std::size_t end_of_raw_literal(std::string_view source, std::size_t begin) {
  const std::size_t open = source.find('(', begin);
  if (open == std::string_view::npos) return source.size();
  const std::string closing = ")" + std::string(source.substr(begin + 1, open - begin - 1)) + "\"";
  const std::size_t close = source.find(closing, open);
  return close == std::string_view::npos ? source.size() : close + closing.size();
}

std::size_t end_of_comment(std::string_view source, std::size_t begin) {
  const bool whole_line = source[begin + 1] == '/';
  const std::size_t end = whole_line ? source.find('\n', begin) : source.find("*/", begin + 2);
  if (end == std::string_view::npos) return source.size();
  return whole_line ? end : end + 2;
}

enum class Part { code, comment, literal };

struct Piece {
  Part part;
  std::size_t end;
};

/// What begins at `begin`, and where it ends; code is taken byte by byte.
Piece piece_at(std::string_view source, std::size_t begin) {
  const char c = source[begin];
  const std::string_view pair = source.substr(begin, 2);
  if (pair == "//" || pair == "/*") return {Part::comment, end_of_comment(source, begin)};
  const char before = begin == 0 ? ' ' : source[begin - 1];
  if (c == '"') {
    return {Part::literal, before == 'R' ? end_of_raw_literal(source, begin) : end_of_literal(source, begin)};
  }
  // An apostrophe inside a number separates its digits.
  if (c == '\'' && !is_word_byte(before)) return {Part::literal, end_of_literal(source, begin)};
  return {Part::code, begin + 1};
}

std::string with_blanks(std::string_view source, bool literals_too) {
  std::string text(source);
  for (std::size_t at = 0; at < source.size();) {
    const auto [part, end] = piece_at(source, at);
    if (part == Part::comment || (part == Part::literal && literals_too)) {
      std::replace_if(
          text.begin() + static_cast<std::ptrdiff_t>(at), text.begin() + static_cast<std::ptrdiff_t>(end),
          [](char c) { return c != '\n'; }, ' ');
    }
    at = end;
  }
  return text;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  return begin == std::string_view::npos ? std::string_view{} : text.substr(begin);
}

}  // namespace

SourceTree read_source_tree(const std::string& root) {
  SourceTree tree;
  for (const char* path : kFilesOfTheRoot) tree[path] = content_of(fs::path(root) / path);
  for (const char* folder : kFolders) {
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(root) / folder)) {
      const std::string path = fs::relative(entry.path(), root).generic_string();
      const bool wanted = is_cpp_source(path) || entry.path().filename() == "CMakeLists.txt";
      if (wanted && entry.is_regular_file()) tree[path] = content_of(entry.path());
    }
  }
  return tree;
}

std::vector<Include> includes_of(std::string_view source) {
  const std::string text = without_comments(source);
  std::vector<Include> found;
  std::size_t line = 1;
  for (std::size_t at = 0; at < text.size(); ++line) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view rest = trimmed(std::string_view(text).substr(at, end - at));
    at = end + 1;
    if (!rest.starts_with('#')) continue;
    rest = trimmed(rest.substr(1));
    if (!rest.starts_with("include")) continue;
    rest = trimmed(rest.substr(7));
    if (rest.empty() || (rest[0] != '<' && rest[0] != '"')) continue;
    const std::size_t close = rest.find(rest[0] == '<' ? '>' : '"', 1);
    if (close == std::string_view::npos) continue;
    found.push_back({std::string(rest.substr(1, close - 1)), rest[0] == '<', line});
  }
  return found;
}

std::string without_comments(std::string_view source) { return with_blanks(source, false); }

std::string without_comments_and_literals(std::string_view source) { return with_blanks(source, true); }

std::vector<Identifier> identifiers_of(std::string_view code) {
  std::vector<Identifier> found;
  std::size_t line = 1;
  for (std::size_t at = 0; at < code.size();) {
    std::size_t end = at;
    while (end < code.size() && is_word_byte(code[end])) ++end;
    if (end > at) found.push_back({code.substr(at, end - at), line});
    if (end == at && code[at] == '\n') ++line;
    at = std::max(end, at + 1);
  }
  return found;
}

std::string_view folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash);
}

bool is_cpp_source(std::string_view path) { return path.ends_with(".h") || path.ends_with(".cpp"); }

}  // namespace newsline::layering
