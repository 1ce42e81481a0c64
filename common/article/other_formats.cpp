// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/other_formats.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "common/article/field/white_space.h"

namespace newsline {
namespace {

struct Signature {
  std::string_view start;
  std::string_view name;
};

/// Formats that start with these bytes and may look like text for a while.
constexpr std::array kOtherFormats{
    Signature{"%PDF-", "PDF"},  Signature{"%!PS", "PostScript"},
    Signature{"{\\rtf", "RTF"}, Signature{"Rar!\x1A\x07", "a RAR archive"},
    Signature{"<?xml", "XML"},
};

/// How the first member of a zip is called in documents that are zips.
constexpr std::array kOfficeMembers{
    Signature{"[Content_Types].xml", "an office document"},
    Signature{"_rels/", "an office document"},
    Signature{"docProps/", "an office document"},
    Signature{"mimetypeapplication/epub", "an EPUB book"},
    Signature{"mimetype", "an office document"},
};

char lower(char character) {
  return character >= 'A' && character <= 'Z' ? static_cast<char>(character + 32) : character;
}

bool starts_with_any_case(std::string_view text, std::string_view start) {
  const auto equal = [](char left, char right) { return lower(left) == lower(right); };
  return text.size() >= start.size() && std::equal(start.begin(), start.end(), text.begin(), equal);
}

/// Whether more than a tenth of it are controls that no text in any charset holds.
bool is_binary(std::string_view start) {
  const auto is_control = [](char byte) {
    const auto value = static_cast<unsigned char>(byte);
    return (value < 0x20 && (value < '\t' || value > '\r') && value != 0x1B) || value == 0x7F;
  };
  const auto controls = static_cast<std::size_t>(std::count_if(start.begin(), start.end(), is_control));
  return controls * 10 > start.size();
}

}  // namespace

std::string_view office_document(std::string_view start) {
  constexpr std::size_t kNameInZip = 30;  // of the first member
  if (start.starts_with("\xD0\xCF\x11\xE0")) return "an office document";
  if (!start.starts_with("PK\x03\x04") || start.size() < kNameInZip) return {};
  const std::string_view member = start.substr(kNameInZip);
  const auto* const it =
      std::find_if(kOfficeMembers.begin(), kOfficeMembers.end(),
                   [&](const Signature& known) { return member.starts_with(known.start); });
  return it == kOfficeMembers.end() ? std::string_view{} : it->name;
}

std::string reason_against(std::string_view start) {
  if (start.empty()) return "empty file";
  for (const Signature& other : kOtherFormats) {
    if (starts_with_any_case(trim_start(start), other.start))
      return fmt::format("not a text of news: {}", other.name);
  }
  if (is_binary(start)) return "not a text: binary data";
  return {};
}

}  // namespace newsline
