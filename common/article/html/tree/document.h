// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gumbo.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace newsline::html {

/// Ordinal of a node in document order; the nodes below it follow it without a gap.
using NodeIndex = std::uint32_t;

/// An element of a page, or a piece of its text.
struct Node {
  NodeIndex parent = 0;  ///< the root's is the root
  NodeIndex end = 0;     ///< behind the last node below it
  GumboTag tag = GUMBO_TAG_UNKNOWN;
  bool is_text = false;
  std::string_view text;                    ///< of a text: entities are characters
  const GumboVector* attributes = nullptr;  ///< of an element

  /// The value of an attribute; empty where it has none.
  [[nodiscard]] std::string_view attribute(const char* name) const;
  [[nodiscard]] bool has_attribute(const char* name) const;
};

/// A page as browsers see it (HTML5's tree), as a list of nodes in document order, so that every walk is a
/// loop. Views of it live as long as it does.
class Document {
 public:
  /// Builds the tree of what sieve() left of a page: bounded depth, linear. Texts of white space alone are
  /// kept, comments are not.
  explicit Document(std::string source);

  [[nodiscard]] NodeIndex size() const { return static_cast<NodeIndex>(nodes_.size()); }
  [[nodiscard]] const Node& operator[](NodeIndex index) const { return nodes_[index]; }

  /// All text below a node, as it stands in the page.
  [[nodiscard]] std::string text_of(NodeIndex index) const;

  /// The first element of this name; size() if there is none.
  [[nodiscard]] NodeIndex first(GumboTag tag) const;

  [[nodiscard]] bool is_inside(NodeIndex index, NodeIndex of) const {
    return index >= of && index < nodes_[of].end;
  }

 private:
  struct Free {
    void operator()(GumboOutput* output) const;
  };
  void gather(const GumboNode& root);

  std::string source_;
  std::unique_ptr<GumboOutput, Free> output_;
  std::vector<Node> nodes_;
};

/// Whether HTML lays elements of this name out as blocks, so that the text in them is a paragraph of its own.
[[nodiscard]] bool is_block(GumboTag tag);

/// A text with entities and tags in it, as metadata often is, as the text that is meant: one line.
[[nodiscard]] std::string plain_text(std::string_view markup);

}  // namespace newsline::html
