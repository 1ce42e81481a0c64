// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/html/tree/document.h"

#include <utility>

#include "common/article/field/white_space.h"
#include "common/article/html/tree/sieve.h"

namespace newsline::html {
namespace {

const GumboVector* children_of(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE ? &node.v.element.children
                                                                             : nullptr;
}

bool is_text(const GumboNode& node) {
  return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA;
}

}  // namespace

std::string_view Node::attribute(const char* name) const {
  const GumboAttribute* const found = attributes != nullptr ? gumbo_get_attribute(attributes, name) : nullptr;
  return found != nullptr ? found->value : std::string_view{};
}

bool Node::has_attribute(const char* name) const {
  return attributes != nullptr && gumbo_get_attribute(attributes, name) != nullptr;
}

void Document::Free::operator()(GumboOutput* output) const {
  gumbo_destroy_output(&kGumboDefaultOptions, output);
}

Document::Document(std::string source) : source_(std::move(source)) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  output_.reset(gumbo_parse_with_options(&options, source_.data(), source_.size()));
  gather(*output_->root);
}

void Document::gather(const GumboNode& root) {
  struct Step {
    const GumboNode* node;
    NodeIndex index;
    unsigned next_child;
  };
  std::vector<Step> path;
  const auto enter = [&](const GumboNode& node) {
    Node entered;
    const auto index = static_cast<NodeIndex>(nodes_.size());
    entered.parent = path.empty() ? 0 : path.back().index;
    entered.end = index + 1;
    entered.is_text = is_text(node);
    if (entered.is_text) {
      entered.text = node.v.text.text;
    } else {
      entered.tag = node.v.element.tag;
      entered.attributes = &node.v.element.attributes;
    }
    nodes_.push_back(entered);
    if (!entered.is_text) path.push_back({&node, index, 0});
  };
  enter(root);
  while (!path.empty()) {
    Step& step = path.back();
    const GumboVector& children = *children_of(*step.node);
    if (step.next_child == children.length) {
      nodes_[step.index].end = static_cast<NodeIndex>(nodes_.size());
      path.pop_back();
      continue;
    }
    const auto& child = *static_cast<const GumboNode*>(children.data[step.next_child++]);
    if (is_text(child) || children_of(child) != nullptr) enter(child);
  }
}

std::string Document::text_of(NodeIndex index) const {
  std::string text;
  for (NodeIndex at = index; at < nodes_[index].end; ++at) {
    if (nodes_[at].is_text) {
      text += nodes_[at].text;
    } else if (at != index && (is_block(nodes_[at].tag) || nodes_[at].tag == GUMBO_TAG_BR)) {
      text += ' ';
    }
  }
  return text;
}

NodeIndex Document::first(GumboTag tag) const {
  NodeIndex index = 0;
  while (index < size() && (nodes_[index].is_text || nodes_[index].tag != tag)) ++index;
  return index;
}

bool is_block(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_A:
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_ACRONYM:
    case GUMBO_TAG_BDI:
    case GUMBO_TAG_BDO:
    case GUMBO_TAG_BR:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_DATA:
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_DFN:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_INS:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_LINK:
    case GUMBO_TAG_MARK:
    case GUMBO_TAG_META:
    case GUMBO_TAG_METER:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_OUTPUT:
    case GUMBO_TAG_PROGRESS:
    case GUMBO_TAG_Q:
    case GUMBO_TAG_RB:
    case GUMBO_TAG_RP:
    case GUMBO_TAG_RT:
    case GUMBO_TAG_RUBY:
    case GUMBO_TAG_SAMP:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_SUP:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_UNKNOWN:
    case GUMBO_TAG_VAR:
    case GUMBO_TAG_WBR:
      return false;
    default:
      return true;
  }
}

std::string plain_text(std::string_view markup) {
  if (markup.find_first_of("&<") == std::string_view::npos) return one_line(markup);
  const auto sieved = sieve(markup);
  if (!sieved) return {};
  const Document document(sieved->source);
  return one_line(document.text_of(0));
}

}  // namespace newsline::html
