// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <span>
#include <string_view>

#include "common/text/date/items.h"

namespace newsline {

/// A place among the items of a line, that moves over what it accepts and stays where it does not.
class DateCursor {
 public:
  explicit DateCursor(std::span<const DateItem> items, std::size_t at = 0) : items_(items), at_(at) {}

  [[nodiscard]] std::size_t at() const { return at_; }
  [[nodiscard]] bool at_end() const { return at_ >= items_.size(); }
  [[nodiscard]] std::span<const DateItem> rest() const { return items_.subspan(at_); }
  void move_to(std::size_t at) { at_ = at; }
  void skip(std::size_t count) { at_ += count; }

  /// The item `ahead` of the place, or one that is nothing at the end of the line.
  [[nodiscard]] const DateItem& peek(std::size_t ahead = 0) const {
    static const DateItem kNothing{DateItem::Kind::mark, true, {}, 0, 0, 0, {}};
    return at_ + ahead < items_.size() ? items_[at_ + ahead] : kNothing;
  }
  /// The item before the place, or one that is nothing.
  [[nodiscard]] const DateItem& previous(std::size_t back = 1) const {
    static const DateItem kNothing{DateItem::Kind::mark, true, {}, 0, 0, 0, {}};
    return at_ >= back ? items_[at_ - back] : kNothing;
  }

  [[nodiscard]] bool sees_number() const { return peek().kind == DateItem::Kind::number; }
  [[nodiscard]] bool sees_word() const { return peek().kind == DateItem::Kind::word; }

  bool skip_mark(std::u32string_view any_of) {
    const DateItem& item = peek();
    const bool found = item.kind == DateItem::Kind::mark && item.mark != 0 &&
                       any_of.find(item.mark) != std::u32string_view::npos;
    at_ += found ? 1 : 0;
    return found;
  }

  bool skip_word(std::span<const std::string_view> any_of) {
    const bool found = sees_word() && std::find(any_of.begin(), any_of.end(), peek().word) != any_of.end();
    at_ += found ? 1 : 0;
    return found;
  }
  bool skip_word(std::initializer_list<std::string_view> any_of) {
    return skip_word(std::span(any_of.begin(), any_of.size()));
  }

 private:
  std::span<const DateItem> items_;
  std::size_t at_;
};

}  // namespace newsline
