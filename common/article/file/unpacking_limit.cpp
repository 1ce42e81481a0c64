// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/file/unpacking_limit.h"

#include <fmt/format.h>

#include "common/error.h"

namespace newsline {

void UnpackingLimit::count(std::size_t bytes, const std::string& path) {
  is_exceeded_ = is_exceeded_ || bytes > left_bytes_;
  if (is_exceeded_) {
    throw Error(ErrorKind::data, fmt::format("cannot read \"{}\": it unpacks to more than {} times its size",
                                             path, kMostUnpackedTimes));
  }
  left_bytes_ -= bytes;
}

}  // namespace newsline
