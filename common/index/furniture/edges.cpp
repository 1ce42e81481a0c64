// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/furniture/edges.h"

#include <algorithm>

#include "common/article/file/content_hash.h"
#include "common/index/document/host.h"
#include "common/index/document/terms.h"
#include "common/index/furniture/cut.h"
#include "common/index/schema.h"
#include "common/text/fold.h"

namespace newsline {
namespace {

constexpr std::size_t kEdgeLines = 4;
constexpr std::size_t kLongestLineBytes = 400;

template <typename Take>
std::vector<std::uint64_t> edge_of(std::string_view rest, Take take) {
  std::vector<std::uint64_t> lines;
  while (lines.size() < kEdgeLines) {
    const auto line = take(rest);
    if (!line || line->size() > kLongestLineBytes) break;
    lines.push_back(hash_of_line(*line));
  }
  return lines;
}

/// More than both edges hold are as many as one more.
std::size_t count_lines(std::string_view rest) {
  std::size_t lines = 0;
  while (lines <= 2 * kEdgeLines && take_first_line(rest)) ++lines;
  return lines;
}

}  // namespace

std::string furniture_source(const Article& article) {
  if (article.wire.is_withdrawn) return {};
  if (const std::string host = host_of(article.url); !host.empty())
    return make_term(schema::prefix::kHost, host);
  const std::string source = fold(article.source);
  return source.empty() ? std::string() : make_term(schema::prefix::kSource, source);
}

TextEdges edges_of(const Article& article) {
  TextEdges edges;
  edges.source_term = furniture_source(article);
  if (edges.source_term.empty()) return edges;
  edges.lines = count_lines(article.body);
  edges.head = edge_of(article.body, take_first_line);
  edges.tail = edge_of(article.body, take_last_line);
  return edges;
}

std::vector<std::uint64_t> distinct_lines(const TextEdges& edges) {
  std::vector<std::uint64_t> lines = edges.head;
  lines.insert(lines.end(), edges.tail.begin(), edges.tail.end());
  std::sort(lines.begin(), lines.end());
  lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
  return lines;
}

std::uint64_t hash_of_line(std::string_view line) {
  std::string form = fold(line);
  std::size_t size = 0;
  for (const char c : form) {
    const bool is_digit = c >= '0' && c <= '9';
    if (!is_digit || size == 0 || form[size - 1] != '0') form[size++] = is_digit ? '0' : c;
  }
  return short_hash({form.data(), size});
}

}  // namespace newsline
