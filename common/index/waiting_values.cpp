// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/waiting_values.h"

#include "common/index/schema.h"

namespace newsline {
namespace {

constexpr std::size_t kMostDocuments = 1000;

}  // namespace

/// Xapian writes them before the values of a slot are read from end to end.
bool WaitingValues::add() {
  if (++documents_ < kMostDocuments) return false;
  documents_ = 0;
  static_cast<void>(database_.valuestream_begin(schema::slot::kStory));
  return true;
}

}  // namespace newsline
