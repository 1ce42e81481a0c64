// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/xml/prolog.h"

#include <array>

#include "common/article/field/white_space.h"
#include "common/article/xml/names.h"
#include "common/article/xml/scanner.h"
#include "common/text/charset.h"
#include "common/text/charset/recognition.h"

namespace newsline::xml {
namespace {

using namespace std::string_view_literals;

struct FirstBytes {
  std::string_view bytes;
  std::string_view
      label;  ///< ICU's name: those of the Web for UTF-16 mean what a *declaration* means by them
};

/// XML 1.0, appendix F.
constexpr std::array kFirstBytes{
    FirstBytes{"\x00\x00\xFE\xFF"sv, "utf-32be"}, FirstBytes{"\xFF\xFE\x00\x00"sv, "utf-32le"},
    FirstBytes{"\xFE\xFF"sv, "utf16_bigendian"},  FirstBytes{"\xFF\xFE"sv, "utf16_littleendian"},
    FirstBytes{"\xEF\xBB\xBF"sv, "utf-8"},        FirstBytes{"\x00\x00\x00<"sv, "utf-32be"},
    FirstBytes{"<\x00\x00\x00"sv, "utf-32le"},    FirstBytes{"\x00<\x00"sv, "utf16_bigendian"},
    FirstBytes{"<\x00"sv, "utf16_littleendian"},
};

/// What `encoding=` says in the declaration that starts the file; empty where there is none.
std::string_view declared_label(std::string_view bytes) {
  constexpr std::size_t kLongestDeclaration = 200;
  const std::string_view start = trim_start(bytes.substr(0, kLongestDeclaration));
  if (!start.starts_with("<?xml")) return {};
  const std::string_view declaration = start.substr(0, start.find("?>"));
  const std::size_t name = declaration.find("encoding");
  if (name == std::string_view::npos) return {};
  const std::size_t quote = declaration.find_first_of("\"'", name);
  if (quote == std::string_view::npos) return {};
  const std::size_t end = declaration.find(declaration[quote], quote + 1);
  return end == std::string_view::npos ? std::string_view() : declaration.substr(quote + 1, end - quote - 1);
}

/// Charsets whose text is valid UTF-8 as it stands: ASCII with escapes.
bool is_escaped_ascii(std::string_view label) {
  const std::string lower = lower_case(label);
  return lower.starts_with("iso-2022") || lower == "utf-7" || lower.starts_with("hz");
}

std::string_view charset_label(std::string_view bytes) {
  for (const FirstBytes& first : kFirstBytes) {
    if (bytes.starts_with(first.bytes)) return first.label;
  }
  const std::string_view label = declared_label(bytes);
  return is_escaped_ascii(label) || !is_valid_utf8(bytes) ? label : "utf-8"sv;
}

}  // namespace

MendedText decoded(std::string_view bytes) {
  const std::string_view label = charset_label(bytes);
  return is_legacy_charset(label) ? decode(bytes, label) : recognize(bytes);
}

CharsetFinding charset_of(std::string_view bytes) {
  using By = CharsetFinding::By;
  const std::string_view label = charset_label(bytes);
  if (!is_legacy_charset(label)) return find_charset(bytes);
  if (label == declared_label(bytes)) return {std::string(label), By::declaration};
  return {std::string(label), static_cast<unsigned char>(bytes[0]) >= 0xEF ? By::mark : By::nuls};
}

std::string root_name(std::string_view start) {
  const MendedText text = decoded(start);
  Scanner scanner(text.text);
  Token token;
  while (scanner.next(token)) {
    if (token.kind == Token::Kind::text) {
      if (token.is_literal || !trim(token.text).empty()) return {};
      continue;
    }
    const std::size_t colon = token.name.find(':');
    return token.kind == Token::Kind::start ? lower_case(token.name.substr(colon + 1)) : std::string();
  }
  return {};
}

}  // namespace newsline::xml
