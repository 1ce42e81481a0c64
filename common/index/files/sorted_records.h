// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/files/record_run.h"
#include "common/index/files/scratch_file.h"

namespace newsline {

class RecordCursor;

/// A list of byte strings that is brought into their order, and read in it: in memory as long as it fits
/// there, else on the disk, where sorted parts are merged into one. To be filled, then sorted, then read.
/// Memory: that of the scratch, some of it only once it is used. Throws Error{cannot_write} where the disk
/// does not take it.
class SortedRecords {
 public:
  explicit SortedRecords(Scratch scratch) : scratch_(std::move(scratch)) {}

  /// The same record may come several times.
  void add(std::string_view record);
  [[nodiscard]] std::uint64_t count() const { return count_; }

  /// Ends the filling.
  void sort();

  /// Gives room and open files back: there are no records any more, but as many as there were are counted.
  void drop();

  /// From the first record on, ascending; this object must stay where it is meanwhile.
  [[nodiscard]] RecordCursor records() const;
  /// The first that begins so. Cost: one reading of the disk at most.
  [[nodiscard]] std::optional<std::string> find(std::string_view start) const;

 private:
  friend class RecordCursor;

  /// A record in memory.
  struct Place {
    std::uint64_t start = 0;  ///< start_of() it
    std::uint32_t offset = 0;
  };

  [[nodiscard]] std::string_view at(const Place& place) const;
  void sort_places();
  void write_places();
  void merge_all_runs();
  [[nodiscard]] RecordRun merged(std::span<const RecordRun> runs, ScratchFile& file) const;
  [[nodiscard]] std::optional<std::string> find_in_run(std::string_view start) const;

  Scratch scratch_;
  std::uint64_t count_ = 0;
  std::vector<char> bytes_;  ///< of the records in memory: each behind its length
  std::vector<Place> places_;
  std::unique_ptr<ScratchFile> file_;
  std::vector<RecordRun> runs_;  ///< in the end one, or none where all is in memory
};

/// Goes through sorted records.
class RecordCursor {
 public:
  explicit RecordCursor(const SortedRecords& records);

  /// Goes to the next record, at first to the first; false behind the last.
  bool next();
  /// Until next() is called again.
  [[nodiscard]] std::string_view record() const { return record_; }

 private:
  const SortedRecords* records_;
  std::size_t place_ = 0;
  std::optional<RunReader> reader_;
  std::string_view record_;
};

}  // namespace newsline
