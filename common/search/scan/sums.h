// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/index/glass/posting_list.h"
#include "common/index/glass/snapshot.h"

/// For the files of common/search only: this header mentions Xapian.
namespace newsline {

/// How often each document has some words, for documents that ascend. The lists of the words are gone through
/// one after the other for as many documents as a processor has room for close by: a byte for each. One
/// thread.
class Sums {
 public:
  /// None where no document has any.
  static constexpr Xapian::docid kEnd = PostingList::kEnd;
  /// What it takes besides its lists, or less.
  static constexpr std::size_t kBytes = std::size_t{1} << 17U;

  Sums(const std::vector<std::string>& terms, const Snapshot& database);
  ~Sums();
  Sums(const Sums&) = delete;
  Sums& operator=(const Sums&) = delete;

  /// The first document from here on that has any; kEnd if none has. Not to be asked for one before those
  /// that were asked for.
  [[nodiscard]] Xapian::docid next(Xapian::docid document);

  /// Whether a document has any; likewise.
  [[nodiscard]] bool has(Xapian::docid document) {
    if (document - begin_ >= kWindow) go_to(document);
    return document - begin_ < sums_.size() && sums_[document - begin_] != 0;
  }

  /// How often the document has any that was found, or asked for, last.
  [[nodiscard]] Xapian::termcount of(Xapian::docid document) const {
    const std::uint8_t sum = sums_[document - begin_];
    return sum < kMany ? sum : many_.at(document);
  }

 private:
  static constexpr Xapian::docid kWindow = kBytes;
  static constexpr std::uint8_t kMany = 255;  ///< so many or more: many_ says how many

  void go_to(Xapian::docid document);
  void add_up();
  [[nodiscard]] Xapian::docid next_in_window(Xapian::docid document) const;

  std::vector<PostingList> lists_;
  Xapian::docid last_;  ///< of the index
  Xapian::docid begin_ = 0;
  std::vector<std::uint8_t> sums_;  ///< of the documents from `begin_` on, and some zeros more
  std::unordered_map<Xapian::docid, Xapian::termcount> many_;
};

}  // namespace newsline
