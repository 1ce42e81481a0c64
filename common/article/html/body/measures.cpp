// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/html/body/measures.h"

#include <array>
#include <string_view>

#include "common/article/field/white_space.h"

namespace newsline::html {
namespace {

struct TextMeasure {
  std::uint32_t weight = 0;
  std::uint32_t commas = 0;
};

bool is_long_comma(std::string_view rest) {
  constexpr std::array<std::string_view, 5> kCommas{"\u060C", "\u3001", "\uFF0C", "\u3002", "\u055D"};
  for (const std::string_view comma : kCommas) {
    if (rest.starts_with(comma)) return true;
  }
  return false;
}

/// Whether a character of three bytes or more is of a script that says in one what Latin says in several:
/// U+2E80 and above.
bool is_wide(std::string_view rest) {
  const auto first = static_cast<unsigned char>(rest[0]);
  return first > 0xE2 || (first == 0xE2 && rest.size() > 1 && static_cast<unsigned char>(rest[1]) >= 0xBA);
}

TextMeasure measure(std::string_view text) {
  TextMeasure sum;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      if (byte > ' ') ++sum.weight;
      if (byte == ',') ++sum.commas;
      ++at;
      continue;
    }
    const std::size_t space = white_space_at(text, at);
    const std::size_t length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
    if (space == 0) sum.weight += length > 2 && is_wide(text.substr(at)) ? 2 : 1;
    if (is_long_comma(text.substr(at))) ++sum.commas;
    at += space > 0 ? space : length;
  }
  return sum;
}

/// Walks the texts of a page in order and says where paragraphs end.
class Cutter {
 public:
  explicit Cutter(const Document& document)
      : document_(document), block_(document.size()), is_link_(document.size()) {}

  /// Every node in order.
  void enter(NodeIndex index) {
    const Node& node = document_[index];
    const bool is_link = node.tag == GUMBO_TAG_A && !node.is_text && node.has_attribute("href");
    is_link_[index] = is_link || (index > 0 && is_link_[node.parent]);
    const bool block = !node.is_text && is_block(node.tag);
    block_[index] = block || index == 0 ? index : block_[node.parent];
    if (block) is_crossed_ = true;
    if (!node.is_text && node.tag == GUMBO_TAG_BR) ++breaks_;
  }

  /// A text that counts. Whether it goes on with the paragraph of the last one.
  bool goes_on(NodeIndex index) {
    const bool goes_on = !is_crossed_ && breaks_ < 2 && block_[index] == last_block_;
    is_crossed_ = false;
    breaks_ = 0;
    last_block_ = block_[index];
    return goes_on;
  }

  [[nodiscard]] NodeIndex block(NodeIndex index) const { return block_[index]; }
  [[nodiscard]] bool is_link(NodeIndex index) const { return is_link_[index]; }

 private:
  const Document& document_;
  std::vector<NodeIndex> block_;
  std::vector<bool> is_link_;
  bool is_crossed_ = true;
  int breaks_ = 0;
  NodeIndex last_block_ = 0;
};

}  // namespace

Measures::Measures(const Document& document, const Cuts& cuts) : document_(document) {
  gather_paragraphs(cuts);
}

void Measures::gather_paragraphs(const Cuts& cuts) {
  Cutter cutter(document_);
  std::vector<Measure> own(document_.size() + 1);
  NodeIndex cut_end = 0;
  for (NodeIndex index = 0; index < document_.size(); ++index) {
    cutter.enter(index);
    if (cuts[index] != Cut::none && document_[index].end > cut_end) cut_end = document_[index].end;
    if (index < cut_end || !document_[index].is_text) continue;
    const TextMeasure text = measure(document_[index].text);
    if (text.weight == 0) continue;
    if (!cutter.goes_on(index)) paragraphs_.push_back({index, index, cutter.block(index), 0, 0, 0});
    Paragraph& paragraph = paragraphs_.back();
    const std::uint32_t link_weight = cutter.is_link(index) ? text.weight : 0;
    paragraph.last = index;
    paragraph.weight += text.weight;
    paragraph.link_weight += link_weight;
    paragraph.commas += text.commas;
    own[index] = {text.weight, link_weight, text.commas, 0, 0, 0};
  }
  for (const Paragraph& paragraph : paragraphs_) {
    own[paragraph.first].paragraphs = 1;
    if (!paragraph.is_good()) continue;
    own[paragraph.first].good_weight = paragraph.weight;
    own[paragraph.first].good_paragraphs = 1;
  }
  before_.resize(own.size());
  for (std::size_t index = 1; index < own.size(); ++index) {
    const Measure& sum = before_[index - 1];
    const Measure& add = own[index - 1];
    before_[index] = {sum.weight + add.weight,
                      sum.link_weight + add.link_weight,
                      sum.commas + add.commas,
                      sum.good_weight + add.good_weight,
                      sum.good_paragraphs + add.good_paragraphs,
                      sum.paragraphs + add.paragraphs};
  }
}

Measure Measures::of(NodeIndex index) const {
  const Measure& from = before_[index];
  const Measure& to = before_[document_[index].end];
  return {to.weight - from.weight,
          to.link_weight - from.link_weight,
          to.commas - from.commas,
          to.good_weight - from.good_weight,
          to.good_paragraphs - from.good_paragraphs,
          to.paragraphs - from.paragraphs};
}

}  // namespace newsline::html
