// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/html/tree/tag_source.h"

#include <algorithm>

namespace newsline::html {
namespace {

constexpr std::size_t kMostAttributes = 64;
constexpr std::size_t kLongestName = 64;
constexpr std::string_view kSpaces = " \t\n\r\f";

char lower(char character) {
  return character >= 'A' && character <= 'Z' ? static_cast<char>(character + 32) : character;
}

/// Where the value that starts at `offset` ends; `next` is behind its quote.
std::size_t value_end(std::string_view page, std::size_t offset, std::size_t& next) {
  const char quote = page[offset];
  if (quote == '"' || quote == '\'') {
    const std::size_t end = page.find(quote, offset + 1);
    next = end == std::string_view::npos ? end : end + 1;
    return end;
  }
  next = page.find_first_of(" \t\n\r\f>", offset);
  return next;
}

/// Reads the attribute at `offset`; gives where to go on.
std::size_t read_attribute(std::string_view page, std::size_t offset, TagSource& tag) {
  std::size_t end = page.find_first_of(" \t\n\r\f/>=", offset + 1);  // a first `=` belongs to the name
  if (end == std::string_view::npos) return end;
  TagSource::Attribute attribute{page.substr(offset, end - offset), {}};
  const std::size_t sign = page.find_first_not_of(kSpaces, end);
  if (sign != std::string_view::npos && page[sign] == '=') {
    const std::size_t begin = page.find_first_not_of(kSpaces, sign + 1);
    if (begin == std::string_view::npos) return begin;
    if (page[begin] == '>') return begin;
    const bool is_quoted = page[begin] == '"' || page[begin] == '\'';
    const std::size_t close = value_end(page, begin, end);
    if (close == std::string_view::npos) return close;
    const std::size_t first = is_quoted ? begin + 1 : begin;
    attribute.value = page.substr(first, close - first);
  }
  if (tag.attributes.size() < kMostAttributes) tag.attributes.push_back(attribute);
  return end;
}

}  // namespace

bool equal_any_case(std::string_view left, std::string_view right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](char one, char other) { return lower(one) == lower(other); });
}

std::size_t read_tag(std::string_view page, std::size_t offset, TagSource& tag) {
  tag.attributes.clear();
  tag.closes_itself = false;
  tag.is_end = page[offset + 1] == '/';
  const std::size_t begin = offset + (tag.is_end ? 2 : 1);
  std::size_t at = page.find_first_of(" \t\n\r\f/>", begin);
  if (at == std::string_view::npos) return at;
  tag.name.assign(page.substr(begin, std::min(at - begin, kLongestName)));
  std::transform(tag.name.begin(), tag.name.end(), tag.name.begin(), lower);
  while (true) {
    at = page.find_first_not_of(kSpaces, at);
    if (at == std::string_view::npos) return at;
    if (page[at] == '>') return at + 1;
    if (page[at] == '/') {
      tag.closes_itself = page.substr(at).starts_with("/>");
      ++at;
      continue;
    }
    at = read_attribute(page, at, tag);
    if (at == std::string_view::npos) return at;
  }
}

}  // namespace newsline::html
