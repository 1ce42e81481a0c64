// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/path_text.h"

#include <fmt/format.h>

#include <charconv>
#include <filesystem>
#include <system_error>

#include "common/error.h"
#include "common/text/utf8.h"

namespace newsline {
namespace {

constexpr std::string_view kHex = "hex:";

}  // namespace

std::string path_text(const std::string& path) {
  if (is_valid_utf8(path)) return path;
  std::string text(kHex);
  for (const char c : path) text += fmt::format("{:02x}", static_cast<unsigned char>(c));
  return text;
}

std::string path_of_text(std::string_view text) {
  if (!text.starts_with(kHex)) return std::string(text);
  text.remove_prefix(kHex.size());
  std::string path;
  for (; text.size() >= 2; text.remove_prefix(2)) {
    unsigned char byte = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + 2, byte, 16);
    if (error != std::errc() || end != text.data() + 2) break;
    path += static_cast<char>(byte);
  }
  if (!text.empty()) throw Error(ErrorKind::data, "the index holds a damaged path");
  return path;
}

bool is_there(const std::string& path) {
  std::error_code error;
  return std::filesystem::exists(std::filesystem::symlink_status(path, error));
}

bool lies_under(std::string_view path, std::string_view folder) {
  if (!path.starts_with(folder)) return false;
  return path.size() == folder.size() || folder.ends_with('/') || path[folder.size()] == '/';
}

}  // namespace newsline
