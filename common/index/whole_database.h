// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <string>

/// For the files of common/index only: this header mentions Xapian.
namespace newsline {

/// Opens a database of ours for reading, with all of its tables. Xapian takes a table of texts or terms that
/// it cannot open, whatever the reason, for one that was never made: articles would be empty, and a merge
/// would leave them out. Throws what Xapian throws, and std::system_error where a table cannot be opened.
[[nodiscard]] Xapian::Database open_whole(const std::string& folder);

/// Whether an open database has all its tables.
[[nodiscard]] bool is_whole(const Xapian::Database& database);

/// Throws std::system_error if one of the tables in a folder cannot be opened now.
void require_tables(const std::string& folder);

}  // namespace newsline
