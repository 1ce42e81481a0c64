// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/article/file/input.h"

namespace newsline::csv {

/// A row of a table.
struct Row {
  std::uint64_t line = 0;  ///< on which it begins, from 1
  std::vector<std::string> cells;
  bool is_too_long = false;  ///< its cells are then left out
  bool is_open = false;      ///< the table ends within a quoted cell
};

/// The rows of a table of comma-separated values (RFC 4180), with another separator where one is given:
/// quoted cells may hold separators, line ends and doubled quotes; a quote within a cell that is not quoted
/// is one. Rows end in LF, CRLF or CR. Rows that are blank are left out. Memory: one row of at most the
/// limit.
class Rows {
 public:
  Rows(Input& input, char separator, std::size_t limit_bytes)
      : input_(input), separator_(separator), limit_bytes_(limit_bytes) {}

  /// The next row; nothing at the end. Throws Error{data} as Input does.
  [[nodiscard]] std::optional<Row> next();

 private:
  enum class State { at_cell_start, plain, quoted, behind_quote };

  [[nodiscard]] std::optional<char> take();
  [[nodiscard]] char ahead();
  /// Whether the row ends with this character.
  bool add(Row& row, char character);
  void keep(Row& row, char character);
  void end_cell(Row& row);

  Input& input_;
  char separator_;
  std::size_t limit_bytes_;
  std::string block_;
  std::size_t at_ = 0;
  std::uint64_t line_ = 1;
  State state_ = State::at_cell_start;
  std::string cell_;
  std::size_t row_bytes_ = 0;
};

/// The cells of the first row in the start of a file.
[[nodiscard]] std::vector<std::string> first_row(std::string_view start, char separator);

}  // namespace newsline::csv
