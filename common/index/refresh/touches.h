// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/index/update.h"

namespace newsline {

/// What one run has done to each document, so that its report counts articles and not writes: a document that
/// is replaced twice counts once, and one that ends as it began counts as unchanged. A few bytes a document.
class Touches {
 public:
  /// `keeps_names`: for changes(), at the cost of their memory.
  Touches(RunReport& report, bool keeps_names) : report_(report), keeps_names_(keeps_names) {}

  [[nodiscard]] bool keeps_names() const { return keeps_names_; }
  /// The id of a document that is, or will be, touched.
  void name(Xapian::docid document, const std::string& id) {
    if (keeps_names_) names_[document] = id;
  }
  /// The articles behind the counts, by document.
  [[nodiscard]] RunChanges changes() const;

  void added(Xapian::docid document, bool mended);
  /// `former` is the content hash before the write.
  void replaced(Xapian::docid document, const std::string& former, const std::string& hash, bool mended);
  void confirmed(Xapian::docid document);
  void removed(Xapian::docid document);

  /// Begins another file: no document was seen in it yet.
  void begin_file() { ++file_; }
  void see(Xapian::docid document) { at(document).seen_in = file_; }
  [[nodiscard]] bool is_seen(Xapian::docid document) { return at(document).seen_in == file_; }

 private:
  enum class State : std::uint8_t { untouched, added, replaced, unchanged };
  struct Touch {
    State state = State::untouched;
    bool mended = false;
    std::uint32_t seen_in = 0;  ///< ordinal of the file in this run
  };

  Touch& at(Xapian::docid document);
  void count(Touch& touch, State state, bool mended);

  RunReport& report_;
  std::uint32_t file_ = 0;
  std::vector<Touch> touches_;  ///< by document
  std::unordered_map<Xapian::docid, std::string> originals_;
  bool keeps_names_;
  std::map<Xapian::docid, std::string> names_;
  std::set<Xapian::docid> removed_;
};

}  // namespace newsline
