// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <string>

/// For the files of common/search only: this header mentions Xapian.
namespace newsline {

/// The values of one slot, of documents that ascend. One thread.
class SlotValues {
 public:
  SlotValues(Xapian::valueno slot, const Xapian::Database& database)
      : at_(database.valuestream_begin(slot)), end_(database.valuestream_end(slot)) {}

  [[nodiscard]] bool has(Xapian::docid document) {
    if (at_ != end_) at_.skip_to(document);
    return at_ != end_ && at_.get_docid() == document;
  }

  /// Empty where it has none.
  [[nodiscard]] std::string of(Xapian::docid document) { return has(document) ? *at_ : std::string(); }

 private:
  Xapian::ValueIterator at_;
  Xapian::ValueIterator end_;
};

}  // namespace newsline
