// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/file/file_bytes.h"

namespace newsline {

std::string_view FileBytes::next_block() {
  constexpr std::size_t kBlockBytes = 128u << 10;
  block_.resize(kBlockBytes);
  return std::string_view(block_).substr(0, file_.read(block_.data(), block_.size()));
}

}  // namespace newsline
