// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>

#include "common/index/glass/snapshot.h"
#include "common/index/glass/table_cursor.h"

/// For the files of common/index and common/search only: this header mentions Xapian.
namespace newsline {

/// What is stored of documents, the sooner found where they ascend (xapian-core,
/// backends/glass/glass_docdata.h). The snapshot must live as long. Throws as TableCursor does. One thread.
class DataList {
 public:
  explicit DataList(const Snapshot& snapshot) : cursor_(snapshot.documents()) {}

  /// Until it is asked for another; empty where nothing is stored.
  [[nodiscard]] std::string_view of(Xapian::docid document);

 private:
  glass::TableCursor cursor_;
  std::string room_;  ///< of what lies in parts
};

}  // namespace newsline
