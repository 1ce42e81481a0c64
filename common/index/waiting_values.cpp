// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/waiting_values.h"

#include "common/index/schema.h"

namespace newsline {

void write_waiting_values(const Xapian::WritableDatabase& database) {
  static_cast<void>(database.valuestream_begin(schema::slot::kStory));
}

}  // namespace newsline
