// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/xml/tree.h"

#include <algorithm>
#include <array>

#include "common/article/field/url.h"

namespace newsline::xml {
namespace {

/// Elements that HTML never ends.
constexpr std::array<std::string_view, 9> kVoid{"br",   "hr",  "img",    "input", "meta",
                                                "link", "col", "source", "wbr"};

void append_escaped(std::string_view text, std::string& markup) {
  for (const char byte : text) {
    if (byte == '<') {
      markup += "&lt;";
    } else if (byte == '&') {
      markup += "&amp;";
    } else {
      markup += byte;
    }
  }
}

}  // namespace

std::string_view Node::attribute(std::string_view name) const {
  for (const auto& [own, value] : attributes) {
    if (own == name) return value;
  }
  return {};
}

NodeIndex Tree::child(NodeIndex of, std::string_view name, Space space) const {
  for (NodeIndex index = of + 1; index < nodes[of].end; index = nodes[index].end) {
    if (nodes[index].is(name, space)) return index;
  }
  return 0;
}

std::vector<NodeIndex> Tree::children(NodeIndex of, std::string_view name, Space space) const {
  std::vector<NodeIndex> found;
  for (NodeIndex index = of + 1; index < nodes[of].end; index = nodes[index].end) {
    if (nodes[index].is(name, space)) found.push_back(index);
  }
  return found;
}

NodeIndex Tree::descendant(NodeIndex of, std::string_view name) const {
  for (NodeIndex index = of + 1; index < nodes[of].end; ++index) {
    if (nodes[index].is(name)) return index;
  }
  return 0;
}

std::string Tree::text_of(NodeIndex index) const {
  std::string text;
  for (NodeIndex at = index; at < nodes[index].end; ++at) {
    if (nodes[at].is_text) text += nodes[at].text;
  }
  return text;
}

std::string Tree::markup_of(NodeIndex index, Texts texts, NameInHtml name_in_html) const {
  std::string markup;
  std::vector<std::pair<NodeIndex, std::string_view>> open;  // where it ends, and its name
  const auto close_up_to = [&](NodeIndex at) {
    for (; !open.empty() && open.back().first <= at; open.pop_back()) {
      markup.append("</").append(open.back().second).append(">");
    }
  };
  for (NodeIndex at = index + 1; at < nodes[index].end; ++at) {
    close_up_to(at);
    const Node& node = nodes[at];
    if (node.is_text && texts == Texts::as_markup) markup += node.text;
    if (node.is_text && texts == Texts::escaped) append_escaped(node.text, markup);
    if (node.is_text) continue;
    const std::string_view name = name_in_html == nullptr ? node.text : name_in_html(node.text);
    markup.append("<").append(name).append(">");
    if (std::find(kVoid.begin(), kVoid.end(), name) == kVoid.end()) open.emplace_back(node.end, name);
  }
  close_up_to(nodes[index].end);
  return markup;
}

bool Tree::has_elements(NodeIndex index) const {
  for (NodeIndex at = index + 1; at < nodes[index].end; ++at) {
    if (!nodes[at].is_text) return true;
  }
  return false;
}

std::string Tree::base_of(NodeIndex index) const {
  const std::string_view own = nodes[index].attribute("xml:base");
  std::string outer = index == 0 ? base : base_of(nodes[index].parent);
  return own.empty() ? outer : resolved_url(outer, own);
}

std::string Tree::language_of(NodeIndex index) const {
  for (const auto& [name, value] : nodes[index].attributes) {
    if (name == "xml:lang") return value;  // an empty one says: not known
  }
  return index == 0 ? language : language_of(nodes[index].parent);
}

}  // namespace newsline::xml
