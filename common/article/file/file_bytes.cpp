// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/file/file_bytes.h"

namespace newsline {

std::string_view FileBytes::next_block() {
  constexpr std::size_t kBlockBytes = 128u << 10;
  if (!block_) block_ = std::make_unique_for_overwrite<char[]>(kBlockBytes);
  return {block_.get(), file_.read(block_.get(), kBlockBytes)};
}

}  // namespace newsline
