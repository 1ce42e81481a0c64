// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/html/body/explanation.h"

#include <fmt/format.h>
#include <gumbo.h>

#include <algorithm>
#include <string>
#include <utility>

#include "common/article/field/white_space.h"
#include "common/article/html/body/furniture.h"
#include "common/article/html/body/measures.h"
#include "common/text/utf8.h"

namespace newsline::html {
namespace {

/// `<div class="related" id="more">`.
std::string element(const Node& node) {
  constexpr std::size_t kMostBytes = 60;
  std::string text = fmt::format("<{}", gumbo_normalized_tagname(node.tag));
  if (node.tag == GUMBO_TAG_UNKNOWN) text += "element";
  for (const char* name : {"class", "id", "role"}) {
    const std::string value = one_line(node.attribute(name));
    if (value.empty()) continue;
    const std::size_t end = utf8_floor(value, std::min(value.size(), kMostBytes));
    text += fmt::format(" {}=\"{}{}\"", name, value.substr(0, end), end < value.size() ? "..." : "");
  }
  return text + '>';
}

std::string_view words_of(Trim trim) {
  switch (trim) {
    case Trim::invitation:
      return "invitation to share, subscribe or read on";
    case Trim::said_already:
      return "said by a field already";
    case Trim::stray:
      return "short line without an end at an edge of the text";
    case Trim::heading_at_end:
      return "heading with nothing under it";
    case Trim::none:
      break;
  }
  return "";
}

class Explanation {
 public:
  Explanation(const Document& document, const std::vector<Hints>& hints, const FoundText& found)
      : document_(document),
        found_(found),
        seen_(document, furniture_of(document, hints, found.cutting)),
        whole_(document, Cuts(document.size())) {}

  void tell(bool is_body, ReadObserver& observer) {
    for (const TextBlock& block : found_.blocks) add(block, is_body);
    for (const Paragraph& paragraph : whole_.paragraphs()) {
      const std::string rule = why_left_out(paragraph);
      if (!rule.empty()) texts_.push_back({paragraph.first, {false, 0, text_of(paragraph), rule}});
    }
    std::stable_sort(texts_.begin(), texts_.end(),
                     [](const Placed& left, const Placed& right) { return left.first < right.first; });
    for (const Placed& text : texts_) observer.judged(text.second);
  }

 private:
  using Placed = std::pair<NodeIndex, JudgedText>;

  void add(const TextBlock& block, bool is_body) {
    const bool is_kept = is_body && block.trim == Trim::none;
    std::string rule(words_of(block.trim));
    if (rule.empty()) rule = is_body ? place_of(block) : "metadata holds more text";
    texts_.push_back({block.first, {is_kept, 0, one_line(block.text), std::move(rule)}});
  }

  [[nodiscard]] std::string place_of(const TextBlock& block) const {
    const bool is_lenient = found_.cutting == Cutting::lenient;
    return fmt::format("in {}{}", element(document_[root_of(block.first)]),
                       is_lenient ? "; names are not believed, they would leave next to nothing" : "");
  }

  [[nodiscard]] NodeIndex root_of(NodeIndex index) const {
    for (const NodeIndex node : found_.nodes) {
      if (document_.is_inside(index, node)) return node;
    }
    return 0;
  }

  [[nodiscard]] bool is_found(NodeIndex index) const {
    return std::any_of(found_.nodes.begin(), found_.nodes.end(),
                       [&](NodeIndex node) { return document_.is_inside(index, node); });
  }

  /// Empty where the paragraph is among the blocks, or the page does not show it at all.
  [[nodiscard]] std::string why_left_out(const Paragraph& paragraph) const {
    NodeIndex cut = 0;
    for (NodeIndex index = paragraph.first; index != 0; index = document_[index].parent) {
      if (!document_[index].is_text && document_[index].tag == GUMBO_TAG_HEAD) return {};
      if (found_.cuts[index] != Cut::none) cut = index;
    }
    if (cut != 0) return why_cut(cut);
    if (is_found(paragraph.first)) return {};
    return fmt::format("outside of the article: {} characters, link density {:.2f}", paragraph.weight,
                       paragraph.link_density());
  }

  [[nodiscard]] std::string why_cut(NodeIndex index) const {
    std::string name = element(document_[index]);
    const Measure measure = seen_.of(index);
    const std::string figures = fmt::format("{} characters, {} paragraphs of text, link density {:.2f}",
                                            measure.weight, measure.good_paragraphs, measure.link_density());
    switch (found_.cuts[index]) {
      case Cut::hidden:
        return "hidden: " + name;
      case Cut::never_text:
        return "element that is never text: " + name;
      case Cut::furniture:
        return "called furniture by its name: " + name;
      case Cut::comments:
        return "called comments by its name: " + name;
      case Cut::form:
        return fmt::format("form: {}: {}", name, figures);
      case Cut::named_box:
        return fmt::format("box with links that is called furniture: {}: {}", name, figures);
      case Cut::linked_list:
        return fmt::format("list of links: {}: {}", name, figures);
      case Cut::linked_table:
        return fmt::format("table of links: {}: {}", name, figures);
      case Cut::linked_box:
        return fmt::format("box of links: {}: {}", name, figures);
      case Cut::link_paragraph:
        return fmt::format("paragraph that is but a link: {}: {}", name, figures);
      case Cut::none:
        break;
    }
    return name;
  }

  [[nodiscard]] std::string text_of(const Paragraph& paragraph) const {
    std::string text;
    for (NodeIndex index = paragraph.first; index <= paragraph.last; ++index) {
      if (document_[index].is_text) text += document_[index].text;
    }
    return one_line(text);
  }

  const Document& document_;
  const FoundText& found_;
  Measures seen_;   ///< of what the rules for boxes saw
  Measures whole_;  ///< of the page
  std::vector<Placed> texts_;
};

}  // namespace

void tell_texts(const Document& document, const std::vector<Hints>& hints, const FoundText& found,
                bool is_body, ReadObserver& observer) {
  Explanation(document, hints, found).tell(is_body, observer);
}

}  // namespace newsline::html
