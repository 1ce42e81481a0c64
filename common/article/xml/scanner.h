// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "common/article/xml/entities.h"

namespace newsline::xml {

/// An attribute as it is written: its references are not resolved.
struct RawAttribute {
  std::string_view name;
  std::string_view value;
};

/// A tag or a piece of text, as it is written. Views of the source.
struct Token {
  enum class Kind : unsigned char { start, end, text };
  Kind kind = Kind::text;
  std::string_view name;  ///< of a tag, with its prefix
  std::string_view text;
  bool is_literal = false;  ///< a text in which `&` means itself: a CDATA section
  bool is_empty = false;    ///< a start tag that is its own end: `<br/>`
  std::vector<RawAttribute> attributes;
};

/// Takes XML apart into tags and texts. What is not XML is read as browsers and feed readers do, and counts
/// as forgiven: a `<` or `&` that begins nothing is text, values need no quotes, a tag ends at the next `<`,
/// what is not ended ends with the file. Comments and instructions are passed over; of a document type only
/// the texts of its own entities count. Nothing outside the source is ever looked at. Linear.
class Scanner {
 public:
  /// `source` is mend()ed.
  explicit Scanner(std::string_view source) : source_(source) {}

  /// The next token; false at the end.
  [[nodiscard]] bool next(Token& token);

  /// Whether something had to be forgiven since the last call.
  [[nodiscard]] bool take_forgiven() noexcept { return std::exchange(forgave_, false); }

  [[nodiscard]] Entities& entities() noexcept { return entities_; }

 private:
  bool read_markup(Token& token);
  void read_tag(Token& token);
  void read_attribute(Token& token);
  std::string_view quoted_or_bare();
  void read_document_type();
  void read_entity();
  std::string_view take_up_to(std::string_view end);
  std::string_view take_name();
  void skip_blanks();

  std::string_view source_;
  std::size_t at_ = 0;
  bool forgave_ = false;
  Entities entities_;
};

}  // namespace newsline::xml
