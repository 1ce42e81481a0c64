// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/glass/data_list.h"

#include "common/index/glass/pack.h"

namespace newsline {

std::string_view DataList::of(Xapian::docid document) {
  std::string key;
  glass::append_sorted_number(key, document);
  return cursor_.find(key) ? cursor_.tag(room_) : std::string_view();
}

}  // namespace newsline
