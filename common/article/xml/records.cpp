// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/xml/records.h"

#include <algorithm>
#include <array>

#include "common/article/field/url.h"

namespace newsline::xml {
namespace {

constexpr std::size_t kMostBindings = 100;

/// Elements of HTML without an end, which stand in feeds as they stand in pages.
constexpr std::array<std::string_view, 4> kNeverEnded{"br", "hr", "img", "wbr"};

std::pair<std::string_view, std::string_view> prefix_and_name(std::string_view written) {
  const std::size_t colon = written.find(':');
  if (colon == std::string_view::npos) return {{}, written};
  return {written.substr(0, colon), written.substr(colon + 1)};
}

bool are_equal(std::string_view left, std::string_view right) {
  const auto same = [](char a, char b) { return a == b || ((a ^ b) == 0x20 && (a | 0x20) >= 'a'); };
  return left.size() == right.size() && std::equal(left.begin(), left.end(), right.begin(), same);
}

}  // namespace

Records::Records(std::string_view source, const Structure& structure)
    : source_(source), structure_(structure), scanner_(source) {}

std::optional<Tree> Records::next() {
  while (std::exchange(is_pending_, false) || scanner_.next(token_)) {
    bool is_whole = false;
    if (token_.kind == Token::Kind::text) {
      if (in_record()) add_text(token_);
    } else if (token_.kind == Token::Kind::start) {
      is_whole = begin(token_);
    } else {
      is_whole = end(token_.name);
    }
    if (is_whole) return finished();
  }
  if (!in_record()) return std::nullopt;
  forgave_ = true;
  return finished();
}

/// Begins an element; says whether a record is whole with that.
bool Records::begin(const Token& token) {
  if (open_.size() >= kMaxDepth && in_record()) {
    if (!token.is_empty) ++too_deep_;
    forgave_ = true;
    return false;
  }
  const std::size_t bindings = bindings_.size();
  Node node = element(token);
  if (in_record() && !structure_.never_in_itself.empty() && node.is(structure_.never_in_itself) &&
      tree_->root().is(structure_.never_in_itself)) {
    bindings_.resize(bindings);
    is_pending_ = forgave_ = true;
    return true;
  }
  const bool is_void = std::find(kNeverEnded.begin(), kNeverEnded.end(), node.text) != kNeverEnded.end();
  Open opened{token.name, 0, bindings, {}, {}, {}};
  const auto& containers = structure_.containers;
  const bool is_container = !in_record() && (node.space == Space::core || node.space == Space::rdf) &&
                            std::find(containers.begin(), containers.end(), node.text) != containers.end();
  if (is_container) {
    if (token.is_empty || open_.size() >= kMaxDepth) {
      bindings_.resize(bindings);
      return false;
    }
    open_.push_back(std::move(opened));
    begin_container(node);
    return false;
  }
  if (!in_record()) begin_record(token);
  opened.node = static_cast<NodeIndex>(tree_->nodes.size());
  if (tree_->nodes.size() >= kMaxNodes) {
    forgave_ = true;
    bindings_.resize(bindings);
    opened.bindings = bindings;
    opened.node = static_cast<NodeIndex>(tree_->nodes.size() - 1);
  } else {
    node.parent = open_.size() > containers_ ? open_.back().node : 0;
    tree_->nodes.push_back(std::move(node));
  }
  open_.push_back(std::move(opened));
  if (!token.is_empty && !is_void) return false;
  close(open_.size() - 1);
  return open_.size() == containers_;
}

void Records::begin_record(const Token& token) {
  tree_.emplace();
  tree_->line = line_at(static_cast<std::size_t>(token.name.data() - source_.data()));
  if (containers_ == 0) return;
  const Open& container = open_[containers_ - 1];
  tree_->base = container.base;
  tree_->language = container.language;
  tree_->container = container.name;
}

void Records::begin_container(const Node& node) {
  Open& opened = open_.back();
  const Open* const outer = open_.size() > 1 ? &open_[open_.size() - 2] : nullptr;
  opened.name = node.text;
  opened.base = outer == nullptr ? std::string() : outer->base;
  opened.language = outer == nullptr ? std::string() : outer->language;
  const std::string_view base = node.attribute("xml:base");
  const std::string_view language = node.attribute("xml:lang");
  if (!base.empty()) opened.base = resolved_url(opened.base, base);
  if (!language.empty()) opened.language = language;
  containers_ = open_.size();
}

/// Ends the innermost element of this name; says whether a record is whole with that.
bool Records::end(std::string_view written) {
  if (too_deep_ > 0 && !are_equal(open_[containers_].written, written)) {
    --too_deep_;
    return false;
  }
  too_deep_ = 0;
  std::size_t depth = open_.size();
  while (depth > 0 && !are_equal(open_[depth - 1].written, written)) --depth;
  if (depth == 0) {
    forgave_ = true;
    return false;
  }
  if (depth != open_.size()) forgave_ = true;
  const bool was_in_record = in_record();
  close(depth - 1);
  return was_in_record && open_.size() <= containers_;
}

/// Ends all elements from this depth on.
void Records::close(std::size_t depth) {
  while (open_.size() > depth) {
    const Open& last = open_.back();
    if (open_.size() > containers_ && tree_) {
      tree_->nodes[last.node].end = static_cast<NodeIndex>(tree_->nodes.size());
    }
    bindings_.resize(last.bindings);
    open_.pop_back();
    if (open_.size() < containers_) containers_ = open_.size();
  }
}

std::optional<Tree> Records::finished() {
  close(containers_);
  too_deep_ = 0;
  return std::exchange(tree_, std::nullopt);
}

void Records::add_text(const Token& token) {
  std::vector<Node>& nodes = tree_->nodes;
  const NodeIndex parent = open_.back().node;
  if (!nodes.back().is_text || nodes.back().parent != parent || nodes.back().end != nodes.size()) {
    if (nodes.size() >= kMaxNodes) {
      forgave_ = true;
      return;
    }
    const auto index = static_cast<NodeIndex>(nodes.size());
    nodes.push_back({parent, index + 1, true, Space::core, {}, {}});
  }
  std::string& text = nodes.back().text;
  if (token.is_literal) {
    text += token.text;
  } else {
    scanner_.entities().append_resolved(token.text, text);
  }
}

Node Records::element(const Token& token) {
  for (const RawAttribute& attribute : token.attributes) bind(attribute.name, attribute.value);
  Node node;
  const auto [prefix, name] = prefix_and_name(token.name);
  node.space = space_of(prefix);
  node.text = lower_case(name);
  for (const RawAttribute& attribute : token.attributes) {
    if (attribute.name.starts_with("xmlns")) continue;
    auto& [own, value] = node.attributes.emplace_back(lower_case(attribute.name), std::string());
    scanner_.entities().append_resolved(attribute.value, value);
  }
  return node;
}

/// Notes what an attribute says of a prefix.
void Records::bind(std::string_view name, std::string_view address) {
  const auto [before, behind] = prefix_and_name(name);
  const bool is_default = name == "xmlns";
  if ((!is_default && before != "xmlns") || bindings_.size() == kMostBindings) return;
  const std::string_view prefix = is_default ? std::string_view() : behind;
  Space space = space_of_address(address);
  if (space == Space::other) {
    const bool is_markup = address.starts_with("http://www.w3.org/");  // SVG, MathML, XLink
    space = is_markup ? Space::other : space_of_prefix(prefix);
  }
  bindings_.emplace_back(prefix, space);
}

Space Records::space_of(std::string_view prefix) const {
  for (auto binding = bindings_.rbegin(); binding != bindings_.rend(); ++binding) {
    if (binding->first == prefix) return binding->second;
  }
  return space_of_prefix(prefix);
}

std::size_t Records::line_at(std::size_t offset) {
  const std::string_view passed = source_.substr(counted_, offset - counted_);
  line_ += static_cast<std::size_t>(std::count(passed.begin(), passed.end(), '\n'));
  counted_ = offset;
  return line_;
}

}  // namespace newsline::xml
