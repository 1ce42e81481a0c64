// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "common/index/files/former_hashes.h"
#include "common/index/update.h"

namespace newsline {

/// What one run has done to each document, so that its report counts articles and not writes: a document that
/// is replaced twice counts once, and one that ends as it began counts as unchanged. Four bytes a document.
class Touches {
 public:
  /// `keeps_names`: for changes(), at the cost of their memory.
  Touches(RunReport& report, bool keeps_names, Scratch scratch)
      : report_(report), originals_(std::move(scratch)), keeps_names_(keeps_names) {}

  [[nodiscard]] bool keeps_names() const { return keeps_names_; }
  /// The id of a document that is, or will be, touched.
  void name(Xapian::docid document, const std::string& id) {
    if (keeps_names_) names_[document] = id;
  }
  /// The articles behind the counts, by document.
  [[nodiscard]] RunChanges changes();

  void added(Xapian::docid document, bool mended);
  /// `former` is the content hash before the write.
  void replaced(Xapian::docid document, const std::string& former, const std::string& hash, bool mended);
  void confirmed(Xapian::docid document);
  void removed(Xapian::docid document);

  /// Begins another file: no document was seen in it yet.
  void begin_file() { file_ = (file_ + 1) & kMostFiles; }
  void see(Xapian::docid document) { at(document).seen_in = file_ & kMostFiles; }
  [[nodiscard]] bool is_seen(Xapian::docid document) { return at(document).seen_in == file_; }

 private:
  static constexpr std::uint32_t kMostFiles = (1u << 29) - 1;

  enum class State : std::uint8_t { untouched, added, replaced, unchanged };
  struct Touch {
    State state : 2;
    bool mended : 1;
    std::uint32_t seen_in : 29;  ///< ordinal of the file in this run
  };
  static_assert(sizeof(Touch) == 4);
  /// Of documents with numbers in a row; all zeros at first.
  using Touched = std::array<Touch, 4096>;

  Touch& at(Xapian::docid document);
  void count(Touch& touch, State state, bool mended);

  RunReport& report_;
  std::uint32_t file_ = 0;
  std::vector<std::unique_ptr<Touched>> touches_;  ///< by document; null where none was touched
  FormerHashes originals_;
  bool keeps_names_;
  std::map<Xapian::docid, std::string> names_;
  std::set<Xapian::docid> removed_;
};

}  // namespace newsline
