// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/csv/rows.h"

#include <utility>

namespace newsline::csv {

std::optional<char> Rows::take() {
  if (at_ == block_.size()) {
    block_ = input_.next_block();
    at_ = 0;
    if (block_.empty()) return std::nullopt;
  }
  return block_[at_++];
}

char Rows::ahead() {
  const std::optional<char> next = take();
  if (!next) return '\0';
  --at_;
  return *next;
}

void Rows::keep(Row& row, char character) {
  if (++row_bytes_ > limit_bytes_) {
    row.is_too_long = true;
    row.cells.clear();
    cell_.clear();
  }
  if (!row.is_too_long) cell_ += character;
}

void Rows::end_cell(Row& row) {
  // A row of nothing but separators holds memory as well.
  row_bytes_ += sizeof(std::string);
  if (!row.is_too_long) row.cells.push_back(std::exchange(cell_, {}));
  state_ = State::at_cell_start;
}

bool Rows::add(Row& row, char character) {
  if (character == '\n' || (character == '\r' && ahead() != '\n')) ++line_;
  const bool is_quote = character == '"';
  if (state_ == State::quoted) {
    if (is_quote)
      state_ = State::behind_quote;
    else
      keep(row, character);
    return false;
  }
  if (state_ == State::behind_quote && is_quote) {
    keep(row, character);
    state_ = State::quoted;
    return false;
  }
  if (character == separator_) {
    end_cell(row);
  } else if (character == '\n') {
    return true;
  } else if (character == '\r') {
    return ahead() != '\n';
  } else if (is_quote && state_ == State::at_cell_start) {
    state_ = State::quoted;
  } else {
    keep(row, character);
    state_ = State::plain;
  }
  return false;
}

std::optional<Row> Rows::next() {
  while (true) {
    Row row;
    row.line = line_;
    row_bytes_ = 0;
    state_ = State::at_cell_start;
    bool is_any = false;
    std::optional<char> character;
    while ((character = take())) {
      is_any = true;
      if (add(row, *character)) break;
    }
    if (!is_any) return std::nullopt;
    row.is_open = state_ == State::quoted;
    const bool is_blank = row.cells.empty() && cell_.empty() && state_ == State::at_cell_start;
    end_cell(row);
    if (!is_blank || row.is_too_long) return row;
  }
}

std::vector<std::string> first_row(std::string_view start, char separator) {
  std::vector<std::string> cells(1);
  bool is_quoted = false;
  for (const char character : start) {
    if (character == '"') {
      is_quoted = !is_quoted;
    } else if (!is_quoted && character == separator) {
      cells.emplace_back();
    } else if (!is_quoted && (character == '\n' || character == '\r')) {
      break;
    } else {
      cells.back() += character;
    }
  }
  return cells;
}

}  // namespace newsline::csv
