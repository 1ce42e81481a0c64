// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace newsline {

/// A row of CSV as RFC 4180 has it, its CR LF included. Each cell is made printable() and stands in quotes
/// where it must. A cell that a spreadsheet could take for a formula, because it begins with `=`, `+`, `-` or
/// `@` or their full-width forms, gets an apostrophe in front (OWASP, CSV Injection).
[[nodiscard]] std::string csv_row(const std::vector<std::string>& cells);

}  // namespace newsline
