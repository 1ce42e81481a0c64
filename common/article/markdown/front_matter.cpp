// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/markdown/front_matter.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "common/article/field/white_space.h"

namespace newsline::markdown {
namespace {

struct Mark {
  std::string_view first;
  std::string_view last;
  FrontMatterKind kind;
};
constexpr std::array kMarks{
    Mark{"---", "---", FrontMatterKind::yaml},      Mark{"+++", "+++", FrontMatterKind::toml},
    Mark{"---yaml", "---", FrontMatterKind::yaml},  Mark{"---json", "---", FrontMatterKind::json},
    Mark{"---toml", "---", FrontMatterKind::toml},  Mark{"--- yaml", "---", FrontMatterKind::yaml},
    Mark{"--- json", "---", FrontMatterKind::json}, Mark{"--- toml", "---", FrontMatterKind::toml},
};

std::string_view line_at(std::string_view text, std::size_t begin) {
  return trim_end(text.substr(begin, std::min(text.find('\n', begin), text.size()) - begin));
}

std::size_t behind_line(std::string_view text, std::size_t begin) {
  return std::min(text.find('\n', begin), text.size() - 1) + 1;
}

/// Where the object that starts a text ends; 0 if it does not.
std::size_t object_end(std::string_view text) {
  int depth = 0;
  bool in_string = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char character = text[at];
    if (in_string) {
      if (character == '\\') ++at;
      if (character == '"') in_string = false;
    } else if (character == '"') {
      in_string = true;
    } else if (character == '{') {
      ++depth;
    } else if (character == '}' && --depth == 0) {
      return at + 1;
    }
  }
  return 0;
}

/// Whether a mark ends front matter: YAML may also end in `...`.
bool is_last(std::string_view line, const Mark& mark) {
  return line == mark.last || (mark.kind == FrontMatterKind::yaml && line == "...");
}

}  // namespace

SplitPage split_page(std::string_view page) {
  constexpr std::string_view kByteOrderMark = "\uFEFF";
  if (page.starts_with(kByteOrderMark)) page.remove_prefix(kByteOrderMark.size());
  page = trim_start(page);
  if (page.starts_with('{')) {
    const std::size_t end = object_end(page);
    if (end != 0) return {FrontMatterKind::json, page.substr(0, end), page.substr(end)};
  }
  const std::string_view first = line_at(page, 0);
  const auto* const mark =
      std::find_if(kMarks.begin(), kMarks.end(), [&](const Mark& known) { return known.first == first; });
  if (mark == kMarks.end()) return {FrontMatterKind::none, {}, page};
  const std::size_t begin = behind_line(page, 0);
  for (std::size_t at = begin; at < page.size(); at = behind_line(page, at)) {
    if (is_last(line_at(page, at), *mark))
      return {mark->kind, page.substr(begin, at - begin), page.substr(behind_line(page, at))};
  }
  return {FrontMatterKind::none, {}, page};
}

std::variant<FrontFields, FrontFault> front_fields(const SplitPage& page) {
  if (page.front.size() > kMaxFrontBytes)
    return FrontFault{fmt::format("its front matter is larger than {} KiB", kMaxFrontBytes >> 10)};
  switch (page.kind) {
    case FrontMatterKind::yaml:
      return yaml_fields(page.front);
    case FrontMatterKind::toml:
      return toml_fields(page.front);
    case FrontMatterKind::json:
      return json_fields(page.front);
    case FrontMatterKind::none:
      break;
  }
  return FrontFields{};
}

bool FieldList::begin(std::string_view key) {
  std::string lower(key);
  for (char& each : lower)
    if (each >= 'A' && each <= 'Z') each = static_cast<char>(each + 32);
  const auto [field, is_new] = fields_.try_emplace(std::move(lower));
  values_ = is_new ? &field->second : nullptr;
  return is_new;
}

void FieldList::add(std::string value) {
  if (values_ == nullptr || count_ == kMaxFrontValues) return;
  ++count_;
  values_->push_back(std::move(value));
}

bool is_nested_table(std::string_view key) {
  return key == "params" || key == "extra" || key == "taxonomies";
}

bool is_name_key(std::string_view key) { return key == "name" || key == "display_name" || key == "title"; }

}  // namespace newsline::markdown
