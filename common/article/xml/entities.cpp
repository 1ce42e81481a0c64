// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/xml/entities.h"

#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "common/article/html/tree/document.h"
#include "common/text/charset.h"

namespace newsline::xml {
namespace {

constexpr std::size_t kMostDeclared = 1000;
constexpr std::size_t kMostKnown = 3000;  // HTML has 2,231
constexpr std::size_t kLongestText = 4096;
constexpr std::size_t kLongestName = 32;

constexpr std::array<std::pair<std::string_view, char>, 5> kOfXml{
    {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}}};

void append_utf8(std::uint32_t code, std::string& text) {
  const auto byte = [](std::uint32_t value) { return static_cast<char>(value); };
  if (code < 0x80) {
    text += byte(code);
  } else if (code < 0x800) {
    text += {byte(0xC0 | code >> 6), byte(0x80 | (code & 0x3F))};
  } else if (code < 0x10000) {
    text += {byte(0xE0 | code >> 12), byte(0x80 | (code >> 6 & 0x3F)), byte(0x80 | (code & 0x3F))};
  } else {
    text += {byte(0xF0 | code >> 18), byte(0x80 | (code >> 12 & 0x3F)), byte(0x80 | (code >> 6 & 0x3F)),
             byte(0x80 | (code & 0x3F))};
  }
}

bool is_character(std::uint32_t code) {
  const bool is_surrogate = code >= 0xD800 && code < 0xE000;
  const bool is_control = code < 0x20 && code != '\t' && code != '\n' && code != '\r';
  return code <= 0x10FFFF && !is_surrogate && !is_control;
}

/// `233` or `xE9`; a number that is no character is U+FFFD, as in HTML.
bool append_numbered(std::string_view number, std::string& text) {
  const bool is_hex = number.starts_with('x') || number.starts_with('X');
  if (is_hex) number.remove_prefix(1);
  std::uint32_t code = 0;
  const char* const end = number.data() + number.size();
  const auto [stop, error] = std::from_chars(number.data(), end, code, is_hex ? 16 : 10);
  if (number.empty() || stop != end || error == std::errc::invalid_argument) return false;
  if (error != std::errc{} || !is_character(code)) {
    text += "\uFFFD";
  } else if (code >= 0x80 && code < 0xA0) {
    text += decode(std::string(1, static_cast<char>(code)), "windows-1252").text;
  } else {
    append_utf8(code, text);
  }
  return true;
}

/// What HTML's name means; empty if it is none.
std::string of_html(std::string_view name) {
  const html::Document document('x' + ('&' + std::string(name)) + ';');
  const std::string text = document.text_of(document.first(GUMBO_TAG_BODY));
  const std::size_t before = text.find('x');  // which keeps HTML from dropping blanks
  const bool is_known = before != std::string::npos && text.back() != ';';
  return is_known ? text.substr(before + 1) : std::string();
}

bool is_alphanumeric(std::string_view name) {
  for (const char byte : name) {
    const char lower = static_cast<char>(byte | 0x20);
    if ((byte < '0' || byte > '9') && (lower < 'a' || lower > 'z')) return false;
  }
  return !name.empty();
}

}  // namespace

void Entities::declare(std::string_view name, std::string_view text) {
  if (declared_.size() == kMostDeclared || text.size() > kLongestText || name.size() > kLongestName) return;
  std::string resolved;
  Entities().append_resolved(text, resolved);
  declared_.try_emplace(std::string(name), std::move(resolved));
}

void Entities::append_resolved(std::string_view raw, std::string& text) {
  while (!raw.empty()) {
    const std::size_t ampersand = raw.find('&');
    text += raw.substr(0, ampersand);
    if (ampersand == std::string_view::npos) return;
    raw.remove_prefix(ampersand + 1);
    const std::size_t length = raw.substr(0, kLongestName + 1).find(';');
    const std::string_view name = raw.substr(0, length == std::string_view::npos ? 0 : length);
    const bool is_resolved =
        name.starts_with('#') ? append_numbered(name.substr(1), text) : append_named(name, text);
    if (is_resolved) {
      raw.remove_prefix(length + 1);
    } else {
      text += '&';
    }
  }
}

bool Entities::append_named(std::string_view name, std::string& text) {
  for (const auto& [own, character] : kOfXml) {
    if (own != name) continue;
    text += character;
    return true;
  }
  if (name.empty()) return false;
  const auto declared = declared_.find(std::string(name));
  if (declared != declared_.end()) {
    const std::string& meant = declared->second;
    if (meant.size() > declared_bytes_left_) return false;
    declared_bytes_left_ -= meant.size();
    text += meant;
    return true;
  }
  if (!is_alphanumeric(name)) return false;
  auto known = known_.find(std::string(name));
  if (known == known_.end()) {
    if (known_.size() == kMostKnown) return false;
    known = known_.emplace(name, of_html(name)).first;
  }
  text += known->second;
  return !known->second.empty();
}

}  // namespace newsline::xml
