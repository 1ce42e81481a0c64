// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <string>

/// For the files of common/index only: this header mentions Xapian.
namespace newsline {

/// An empty database without a name, for what is to be looked up again before the run ends, however that
/// ends: the system takes its room back with the process. Nothing is ever committed. What documents are given
/// as data, terms and metadata goes to the disk as it comes; values would wait in memory.
class ScratchDatabase {
 public:
  /// Metadata alone takes two open files, and documents take two more.
  enum class Holds { metadata, documents };

  /// Throws Error{cannot_write}, or what Xapian throws.
  ScratchDatabase(const std::string& folder, Holds what);
  ~ScratchDatabase();
  ScratchDatabase(const ScratchDatabase&) = delete;
  ScratchDatabase& operator=(const ScratchDatabase&) = delete;

  [[nodiscard]] Xapian::WritableDatabase& operator*() { return database_; }
  [[nodiscard]] const Xapian::WritableDatabase& operator*() const { return database_; }
  [[nodiscard]] Xapian::WritableDatabase* operator->() { return &database_; }
  [[nodiscard]] const Xapian::WritableDatabase* operator->() const { return &database_; }

 private:
  Xapian::WritableDatabase database_;
};

}  // namespace newsline
