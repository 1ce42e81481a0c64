// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <initializer_list>

#include "common/article/field/cleaning.h"
#include "common/article/file/name_ending.h"
#include "common/article/file/walk.h"
#include "common/text/utf8.h"

namespace newsline {
namespace {

/// Bytes of the code point that starts `text`, 0 if it is ill-formed there or must not be in an article.
std::size_t fit_code_point(std::string_view text) {
  constexpr std::size_t kLongestCodePoint = 4;
  for (std::size_t length = 1; length <= std::min(kLongestCodePoint, text.size()); ++length) {
    const std::string_view bytes = text.substr(0, length);
    if (is_valid_utf8(bytes)) return has_controls(bytes) || bytes == "\n" || bytes == "%" ? 0 : length;
  }
  return 0;
}

bool take_ending(std::string_view& name, std::string_view ending) {
  if (name.size() <= ending.size() || !name.ends_with(ending)) return false;
  name.remove_suffix(ending.size());
  return true;
}

void take_one_ending(std::string_view& name, std::initializer_list<std::string_view> endings) {
  for (const std::string_view ending : endings) {
    if (take_ending(name, ending)) return;
  }
}

}  // namespace

std::string absolute_path(const std::string& path) {
  std::string normal = std::filesystem::absolute(path.empty() ? "." : path).lexically_normal().string();
  while (normal.size() > 1 && normal.ends_with('/')) normal.pop_back();
  return normal;
}

std::string path_as_text(std::string_view path) {
  const bool has_lines = path.find('\n') != std::string_view::npos;
  if (is_valid_utf8(path) && !has_controls(path) && !has_lines) return std::string(path);
  std::string text;
  while (!path.empty()) {
    if (const std::size_t length = fit_code_point(path); length > 0) {
      text.append(path.substr(0, length));
      path.remove_prefix(length);
    } else {
      text += fmt::format("%{:02X}", static_cast<unsigned char>(path[0]));
      path.remove_prefix(1);
    }
  }
  return text;
}

std::string source_name(const std::string& source) {
  std::string path = path_as_text(absolute_path(source));
  if (path == "/") return path;
  std::string_view name = path;
  name.remove_prefix(name.rfind('/') + 1);
  name = without_compression(name);
  take_one_ending(name, {".jsonl", ".ndjson", ".json", ".txt", ".html", ".htm", ".csv", ".tsv", ".md",
                         ".warc", ".arc", ".tar", ".tgz", ".zip", ".7z"});
  return std::string(name);
}

}  // namespace newsline
