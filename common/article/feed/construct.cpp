// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/feed/construct.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "common/article/field/white_space.h"
#include "common/article/html/fragment.h"
#include "common/article/html/tree/document.h"
#include "common/text/utf8.h"

namespace newsline::feed {
namespace {

int base64_digit(char byte) {
  if (byte >= 'A' && byte <= 'Z') return byte - 'A';
  if (byte >= 'a' && byte <= 'z') return byte - 'a' + 26;
  if (byte >= '0' && byte <= '9') return byte - '0' + 52;
  if (byte == '+' || byte == '-') return 62;
  return byte == '/' || byte == '_' ? 63 : -1;
}

/// The bytes that base64 stands for (RFC 4648), made text; nothing where it is something else.
std::optional<std::string> text_of_base64(std::string_view encoded) {
  std::string bytes;
  unsigned bits = 0;
  int count = 0;
  for (const char byte : encoded) {
    if (byte == '=' || byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r') continue;
    const int digit = base64_digit(byte);
    if (digit < 0) return std::nullopt;
    bits = bits << 6 | static_cast<unsigned>(digit);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes += static_cast<char>(bits >> count & 0xFFU);
  }
  if (!is_valid_utf8(bytes)) return std::nullopt;  // an image or the like
  return mend(bytes).text;
}

/// Whether text holds tags or references of HTML, as a person would tell.
bool seems_markup(std::string_view text) {
  constexpr std::array<std::string_view, 11> kSigns{"</",   "/>",   "<p>", "<br>",  "<p ",   "<img ",
                                                    "&lt;", "&gt;", "&#",  "&amp;", "&quot;"};
  for (const std::string_view sign : kSigns) {
    if (text.find(sign) != std::string_view::npos) return true;
  }
  return false;
}

bool is_html(std::string_view type) {
  return type == "html" || type == "xhtml" || type.starts_with("text/html") ||
         type.starts_with("application/xhtml");
}

bool is_plain(std::string_view type) { return type == "text" || type.starts_with("text/"); }

/// A type of Atom 1.0 whose content is base64: neither text nor XML (RFC 4287, 4.1.3.3).
bool is_encoded(std::string_view type) {
  const bool is_xml = type.ends_with("/xml") || type.ends_with("+xml");
  return type.find('/') != std::string_view::npos && !is_html(type) && !is_plain(type) && !is_xml;
}

}  // namespace

Construct construct_of(const xml::Tree& tree, xml::NodeIndex index) {
  const xml::Node& node = tree[index];
  if (tree.has_elements(index)) {
    const std::string_view type = node.attribute("type");
    const bool is_escaped = type == "html" || type == "text/html";  // though it has elements
    return {tree.markup_of(index, is_escaped ? xml::Tree::Texts::as_markup : xml::Tree::Texts::escaped),
            true};
  }
  std::string text = tree.text_of(index);
  const bool is_atom = !tree.root().is("item") && tree.container != "channel";
  if (!is_atom || node.space == xml::Space::content) return {std::move(text), true};
  const std::string type = xml::lower_case(node.attribute("type"));
  const std::string_view mode = node.attribute("mode");
  if (mode == "base64" || (mode.empty() && is_encoded(type))) {
    const auto decoded = text_of_base64(text);
    if (!decoded) return {};
    return {*decoded, !is_plain(type) || seems_markup(*decoded)};
  }
  if (is_html(type)) return {std::move(text), true};
  const bool is_said = is_plain(type) && mode != "escaped";
  const bool is_markup = !is_said && seems_markup(text);
  return {std::move(text), is_markup};
}

std::string line_of(const Construct& construct) {
  return construct.is_markup ? html::plain_text(construct.text) : one_line(construct.text);
}

std::string paragraphs_of(const Construct& construct) {
  if (!construct.is_markup) return html::text_of_plain(construct.text);
  // Feeds of plain text part paragraphs by blank lines, which HTML would join.
  const bool has_tags = construct.text.find('<') != std::string::npos;
  if (has_tags) return html::text_of_fragment(construct.text);
  std::string text;
  for (std::string_view rest = construct.text; !rest.empty();) {
    const std::size_t end = std::min(rest.find("\n\n"), rest.size());
    const std::string paragraph = html::plain_text(rest.substr(0, end));
    if (!text.empty() && !paragraph.empty()) text += "\n\n";
    text += paragraph;
    rest.remove_prefix(std::min(end + 2, rest.size()));
  }
  return text;
}

}  // namespace newsline::feed
