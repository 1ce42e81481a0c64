// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/html/body/rendering.h"

#include <optional>
#include <utility>

#include "common/article/field/white_space.h"

namespace newsline::html {
namespace {

using Kind = TextBlock::Kind;

std::optional<Kind> kind_of(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
      return Kind::heading;
    case GUMBO_TAG_LI:
      return Kind::item;
    case GUMBO_TAG_BLOCKQUOTE:
      return Kind::quote;
    case GUMBO_TAG_PRE:
      return Kind::preformatted;
    default:
      return std::nullopt;
  }
}

/// Whether an element stands beside the one before it, on the line: cells of a table.
bool is_cell(GumboTag tag) { return tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH; }

class Renderer {
 public:
  Renderer(const Document& document, const Cuts& cuts) : document_(document), cuts_(cuts) {}

  void render(NodeIndex root) {
    end_block();
    for (NodeIndex index = root; index < document_[root].end;) {
      leave_up_to(index);
      if (cuts_[index] != Cut::none) {
        if (!document_[index].is_text && is_block(document_[index].tag)) end_block();
        index = document_[index].end;
        continue;
      }
      enter(index);
      ++index;
    }
    leave_up_to(document_[root].end);
    end_block();
  }

  std::vector<TextBlock> take() { return std::move(blocks_); }

 private:
  struct Open {
    NodeIndex index;
    Kind kind;
  };

  /// Ends the blocks that do not reach a node.
  void leave_up_to(NodeIndex index) {
    while (!open_.empty() && document_[open_.back().index].end <= index) {
      if (is_cell(document_[open_.back().index].tag)) {
        text_ += ' ';
      } else {
        end_block();
      }
      open_.pop_back();
    }
  }

  void enter(NodeIndex index) {
    const Node& node = document_[index];
    if (node.is_text) {
      if (!first_) first_ = index;
      text_ += node.text;
    } else if (node.tag == GUMBO_TAG_BR) {
      text_ += kind() == Kind::preformatted ? '\n' : kBreak;
    } else if (is_block(node.tag)) {
      if (!is_cell(node.tag)) end_block();
      const Kind outer = kind();
      open_.push_back({index, outer == Kind::preformatted ? outer : kind_of(node.tag).value_or(outer)});
    }
  }

  [[nodiscard]] Kind kind() const { return open_.empty() ? Kind::paragraph : open_.back().kind; }

  void end_block() {
    if (kind() == Kind::preformatted) {
      add(std::string(trim_end(text_)));
    } else {
      add_lines();
    }
    text_.clear();
    first_.reset();
  }

  /// Line breaks part paragraphs where two stand together, lines of one where one does.
  void add_lines() {
    std::size_t begin = 0;
    while (begin <= text_.size()) {
      const std::size_t end = std::min(text_.find(kBreak, begin), text_.size());
      add(one_line(std::string_view(text_).substr(begin, end - begin)));
      begin = end + 1;
    }
  }

  void add(std::string text) {
    if (trim(text).empty()) return;
    blocks_.push_back({std::move(text), kind(), open_.empty() ? 0 : open_.back().index, first_.value_or(0)});
  }

  static constexpr char kBreak = '\x01';  // a line break of the page; no text holds one

  const Document& document_;
  const Cuts& cuts_;
  std::vector<Open> open_;
  std::string text_;
  std::optional<NodeIndex> first_;  ///< text of the block
  std::vector<TextBlock> blocks_;
};

}  // namespace

std::vector<TextBlock> text_blocks(const Document& document, const std::vector<NodeIndex>& nodes,
                                   const Cuts& cuts) {
  Renderer renderer(document, cuts);
  for (const NodeIndex node : nodes) renderer.render(node);
  return renderer.take();
}

std::string body_text(const std::vector<TextBlock>& blocks) {
  std::string body;
  const TextBlock* above = nullptr;
  for (const TextBlock& block : blocks) {
    if (block.trim != Trim::none) continue;
    const bool is_item = block.kind == Kind::item;
    if (above != nullptr) body += is_item && above->kind == Kind::item ? "\n" : "\n\n";
    if (is_item) body += "- ";
    body += block.text;
    above = &block;
  }
  return body;
}

}  // namespace newsline::html
