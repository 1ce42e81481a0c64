// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/index/build/glass_table.h"
#include "common/index/document/postings.h"
#include "common/index/document/text_numbers.h"

namespace newsline {

/// Turns documents into a small glass 1.4 database without Xapian's own buffers, nested maps that take most
/// of the time of building an index (BENCHMARKS.md). What Xapian reads from it is what it would read had it
/// added the documents itself (tests/index/build). Nothing is synced: the database is to be merged by Xapian,
/// which checks as it copies, and removed. Memory: some 25 bytes a posting. One thread.
class InvertedBatch {
 public:
  /// `folder` must not exist. Throws Error{cannot_write}, as all others here.
  explicit InvertedBatch(std::string folder);

  /// The next document; it must be storable. `claim` is the term of the file that holds it.
  void add(const Postings& postings, const std::string& claim);

  /// Writes all that is not on the disk yet; at least one document was added.
  void finish();

 private:
  /// A term in one document.
  struct Entry {
    std::uint32_t document = 0;
    std::uint32_t weight = 0;
    std::uint32_t next = 0;  ///< of the same term; 0: none
  };

  struct Term {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::uint32_t documents = 0;
    std::uint64_t weight = 0;
  };

  /// The values of one slot: finished chunks, each behind its first document, and the one under way.
  struct Slot {
    std::vector<std::pair<std::uint32_t, std::string>> chunks;
    bool is_open = false;
    std::uint32_t last_document = 0;
    std::uint32_t values = 0;
    std::string least;
    std::string greatest;
  };

  void add_entry(std::string_view term, std::uint32_t weight);
  void add_value(std::uint32_t slot, const std::string& value);
  void write_term_list(const std::vector<std::pair<std::string_view, std::uint32_t>>& terms,
                       std::uint64_t length);
  [[nodiscard]] std::vector<std::uint32_t> terms_in_order() const;
  void write_values(glass::Table& table) const;
  void write_lengths(glass::Table& table) const;
  void write_entries(glass::Table& table, std::uint32_t number) const;
  void write_version(const std::vector<std::string>& tables) const;

  std::string folder_;
  glass::Table data_;
  glass::Table term_lists_;
  TextNumbers numbers_;  ///< of terms, in terms_
  std::vector<Term> terms_;
  std::vector<Entry> entries_;  ///< the first is none
  std::map<std::uint32_t, Slot> slots_;
  std::vector<std::uint32_t> lengths_;  ///< of documents
  std::uint64_t total_length_ = 0;
  std::uint32_t greatest_weight_ = 0;
};

}  // namespace newsline
