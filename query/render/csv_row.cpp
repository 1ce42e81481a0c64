// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/render/csv_row.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "common/text/printable.h"

namespace newsline {
namespace {

constexpr std::array<std::string_view, 8> kFormulaSigns = {"=", "+", "-", "@", "＝", "＋", "－", "＠"};

/// Spreadsheets look behind white space, too.
bool is_formula(std::string_view cell) {
  const std::size_t start = cell.find_first_not_of(" \t\n");
  if (start == std::string_view::npos) return false;
  return std::ranges::any_of(kFormulaSigns,
                             [&](std::string_view sign) { return cell.substr(start).starts_with(sign); });
}

std::string csv_cell(std::string_view text) {
  std::string cell = printable(text);
  if (is_formula(cell)) cell.insert(0, "'");
  if (cell.find_first_of(",\"\n") == std::string::npos) return cell;
  std::string quoted = "\"";
  for (const char byte : cell) quoted.append(byte == '"' ? 2 : 1, byte);
  return quoted + '"';
}

}  // namespace

std::string csv_row(const std::vector<std::string>& cells) {
  std::string row;
  for (std::size_t i = 0; i < cells.size(); ++i) row += (i == 0 ? "" : ",") + csv_cell(cells[i]);
  return row + "\r\n";
}

}  // namespace newsline
