// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>

/// For the files of common/index only: this header mentions Xapian.
namespace newsline {

/// Xapian 1.4 keeps the values of each document that has changed in memory until the commit, some kilobyte of
/// each. This has them written into blocks of the database, a thousand documents at a time; they belong to
/// the next commit as before. Where the disk refuses, Xapian ends the process, as it would in a commit.
class WaitingValues {
 public:
  /// `database` must outlive it.
  explicit WaitingValues(const Xapian::WritableDatabase& database) : database_(database) {}

  /// Says that one more document has changed; returns whether all that waited were written therefore.
  bool add();

 private:
  const Xapian::WritableDatabase& database_;
  std::size_t documents_ = 0;
};

}  // namespace newsline
