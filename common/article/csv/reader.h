// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string_view>

#include "common/article/reader.h"

namespace newsline {

/// Reads a table of comma-separated values with a header row (RFC 4180), an article each further row, in any
/// charset (recognize()). Columns go by the names that JSON Lines has for its fields, in any case; others are
/// ignored. The separator is the comma, semicolon or tab by which the header has the most known names. Tags
/// in a cell are separated by commas or semicolons, authors by semicolons. A row that is longer than a record
/// may be, has more cells than the header, or says nothing is a rejection with its line; so is a header
/// without a title and a body.
[[nodiscard]] std::unique_ptr<Reader> csv_reader(Input input, ReadContext context);

/// Whether a file is such a table: its first row has two known names, a title or body among them, or its name
/// ends in `.csv` or `.tsv`.
[[nodiscard]] bool is_csv(std::string_view start, std::string_view path);

}  // namespace newsline
