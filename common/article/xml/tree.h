// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/article/xml/names.h"

namespace newsline::xml {

/// Ordinal of a node in document order; the nodes below it follow it without a gap. The root of a tree is 0,
/// so that 0 also means: no such node below the root.
using NodeIndex = std::uint32_t;

/// An element, or a piece of text.
struct Node {
  NodeIndex parent = 0;
  NodeIndex end = 0;  ///< behind the last node below it
  bool is_text = false;
  Space space = Space::core;
  std::string text;  ///< of a text; of an element its name, without prefix, in lower case
  std::vector<std::pair<std::string, std::string>> attributes;  ///< names with prefix, in lower case

  /// The value of an attribute; empty where there is none.
  [[nodiscard]] std::string_view attribute(std::string_view name) const;
  [[nodiscard]] bool is(std::string_view name, Space wanted = Space::core) const {
    return !is_text && space == wanted && text == name;
  }
};

/// An element of a file with all that is in it, and what it inherits from the elements around it.
class Tree {
 public:
  std::vector<Node> nodes;  ///< never empty
  std::string base;         ///< xml:base of what is around it, resolved; empty where none is said
  std::string language;     ///< xml:lang, likewise
  std::string container;    ///< the name of the element around it
  std::size_t line = 0;     ///< where it begins, from 1

  [[nodiscard]] const Node& root() const { return nodes.front(); }
  [[nodiscard]] const Node& operator[](NodeIndex index) const { return nodes[index]; }

  /// The first child of this name; 0 if there is none.
  [[nodiscard]] NodeIndex child(NodeIndex of, std::string_view name, Space space = Space::core) const;
  [[nodiscard]] std::vector<NodeIndex> children(NodeIndex of, std::string_view name,
                                                Space space = Space::core) const;

  /// The first node of this name at any depth below; 0 if there is none.
  [[nodiscard]] NodeIndex descendant(NodeIndex of, std::string_view name) const;

  /// All text below a node, as it stands.
  [[nodiscard]] std::string text_of(NodeIndex index) const;

  /// How texts stand in markup that is made of a tree: each character meaning itself, or as more markup.
  enum class Texts : unsigned char { escaped, as_markup };

  /// What HTML calls an element.
  using NameInHtml = std::string_view (*)(std::string_view);

  /// What is in an element, as HTML: names without prefix, no attributes.
  [[nodiscard]] std::string markup_of(NodeIndex index, Texts texts = Texts::escaped,
                                      NameInHtml name_in_html = nullptr) const;

  [[nodiscard]] bool has_elements(NodeIndex index) const;

  /// The address against which those in a node are resolved, and the language of its text.
  [[nodiscard]] std::string base_of(NodeIndex index) const;
  [[nodiscard]] std::string language_of(NodeIndex index) const;
};

}  // namespace newsline::xml
