// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/markdown/rendering.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <memory>
#include <new>
#include <utility>

#include "common/article/field/white_space.h"
#include "common/article/html/tree/document.h"
#include "common/article/html/tree/tag_source.h"

namespace newsline::markdown {
namespace {

struct Brackets {
  std::string_view open;
  std::string_view close;
};
constexpr std::array kTemplateBrackets{Brackets{"{{<", ">}}"}, Brackets{"{{%", "%}}"}, Brackets{"{%", "%}"},
                                       Brackets{"{{", "}}"},   Brackets{"{:", "}"},    Brackets{"{#", "}"}};

/// How long the instruction to a site's generator is that starts a text; 0 if none does.
std::size_t template_bytes(std::string_view text) {
  constexpr std::size_t kLongest = 4096;
  for (const auto& [open, close] : kTemplateBrackets) {
    if (!text.starts_with(open)) continue;
    const std::size_t end = text.substr(0, kLongest).find(close, open.size());
    if (end != std::string_view::npos) return end + close.size();
  }
  return 0;
}

std::string without_templates(std::string_view page) {
  std::string plain;
  plain.reserve(page.size());
  while (!page.empty()) {
    const std::size_t brace = std::min(page.find('{'), page.size());
    plain += page.substr(0, brace);
    page.remove_prefix(brace);
    if (page.empty()) break;
    const std::size_t bytes = template_bytes(page);
    if (bytes == 0) plain += page[0];
    page.remove_prefix(std::max<std::size_t>(bytes, 1));
  }
  return plain;
}

struct FreeNode {
  void operator()(cmark_node* node) const noexcept { cmark_node_free(node); }
};
using Tree = std::unique_ptr<cmark_node, FreeNode>;

Tree tree_of(const std::string& page) {
  [[maybe_unused]] static const bool kIsRegistered = [] {
    cmark_gfm_core_extensions_ensure_registered();
    return true;
  }();
  assert(kIsRegistered);
  const std::unique_ptr<cmark_parser, void (*)(cmark_parser*)> parser(cmark_parser_new(CMARK_OPT_FOOTNOTES),
                                                                      cmark_parser_free);
  if (!parser) throw std::bad_alloc();
  for (const char* name : {"table", "strikethrough"})
    if (auto* extension = cmark_find_syntax_extension(name))
      cmark_parser_attach_syntax_extension(parser.get(), extension);
  cmark_parser_feed(parser.get(), page.data(), page.size());
  return Tree(cmark_parser_finish(parser.get()));
}

std::string_view literal(cmark_node* node) {
  const char* text = cmark_node_get_literal(node);
  return text == nullptr ? std::string_view{} : std::string_view(text);
}

/// Whether markup begins with something that no reader sees.
bool is_unseen(std::string_view markup) {
  constexpr std::array<std::string_view, 6> kUnseen{"<script", "<style", "<iframe",
                                                    "<svg",    "<!--",   "<noscript"};
  return std::any_of(kUnseen.begin(), kUnseen.end(), [&](std::string_view tag) {
    return markup.size() >= tag.size() && html::equal_any_case(markup.substr(0, tag.size()), tag);
  });
}

/// Walks a tree and writes its words.
class Writer {
 public:
  void visit(cmark_node* node, bool enters) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_IMAGE) in_image_ += enters ? 1 : -1;
    if (in_image_ > 0) return;
    if (cmark_node_get_type(node) == CMARK_NODE_HEADING) return heading(enters);
    const std::string_view name = cmark_node_get_type_string(node);
    if (name == "table_cell" && !enters) return add(" ");
    if (enters)
      enter(node, type, name);
    else if (type == CMARK_NODE_PARAGRAPH)
      end_block();
  }

  [[nodiscard]] Words words() && {
    end_block();
    return std::move(words_);
  }

 private:
  void enter(cmark_node* node, cmark_node_type type, std::string_view name) {
    if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) {
      add(literal(node));
    } else if (type == CMARK_NODE_SOFTBREAK) {
      add(" ");
    } else if (type == CMARK_NODE_LINEBREAK) {
      add("\n");
    } else if (type == CMARK_NODE_HTML_INLINE) {
      if (html::equal_any_case(literal(node).substr(0, 3), "<br")) add("\n");
    } else if (type == CMARK_NODE_CODE_BLOCK || type == CMARK_NODE_HTML_BLOCK) {
      end_block();
      const std::string_view text = trim(literal(node));
      if (type == CMARK_NODE_CODE_BLOCK)
        add(text);
      else if (!is_unseen(text))
        add(html::plain_text(text));
      end_block();
    } else if (type == CMARK_NODE_ITEM) {
      end_block();
      item_ = true;
    } else if (type == CMARK_NODE_PARAGRAPH || name == "table_row" || name == "table_header") {
      end_block();
    }
  }

  void heading(bool enters) { end_block(enters ? nullptr : &words_.heading); }

  void add(std::string_view text) { block_ += text; }

  /// Ends a block; where it is a heading and the first, it goes to `heading`.
  void end_block(std::string* heading = nullptr) {
    const std::string_view block = trim(block_);
    if (!block.empty()) {
      const bool is_first_heading = heading != nullptr && heading->empty();
      if (is_first_heading) *heading = block;
      words_.heading_is_first = words_.heading_is_first || (is_first_heading && words_.text.empty());
      if (!is_first_heading || !words_.text.empty()) append(block);
    }
    block_.clear();
  }

  void append(std::string_view block) {
    const bool is_item = std::exchange(item_, false);
    if (!words_.text.empty()) words_.text += is_item && after_item_ ? "\n" : "\n\n";
    if (is_item) words_.text += "- ";
    words_.text += block;
    after_item_ = is_item;
  }

  Words words_;
  std::string block_;
  int in_image_ = 0;
  bool item_ = false;        ///< the next block begins an item of a list
  bool after_item_ = false;  ///< the last one did
};

}  // namespace

Words words_of(std::string_view page) {
  assert(page.size() <= kMaxMarkdownBytes);
  const Tree tree = tree_of(without_templates(page));
  const std::unique_ptr<cmark_iter, void (*)(cmark_iter*)> iterator(cmark_iter_new(tree.get()),
                                                                    cmark_iter_free);
  Writer writer;
  for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iterator.get())) {
    writer.visit(cmark_iter_get_node(iterator.get()), event == CMARK_EVENT_ENTER);
  }
  return std::move(writer).words();
}

}  // namespace newsline::markdown
