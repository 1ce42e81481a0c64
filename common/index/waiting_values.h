// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

/// For the files of common/index only: this header mentions Xapian.
namespace newsline {

/// Xapian 1.4 keeps the values of each document that has changed in memory until the commit, some kilobyte of
/// each. This writes them into blocks of the database, which belong to the next commit as before: Xapian does
/// so before the values of a slot are read from end to end. Where the disk refuses, it ends the process, as it
/// would in a commit.
void write_waiting_values(const Xapian::WritableDatabase& database);

}  // namespace newsline
