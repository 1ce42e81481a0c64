// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/token_list.h"

#include <algorithm>
#include <cassert>

namespace newsline {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{1} << 16;

}  // namespace

char* TokenList::room(std::size_t bytes) {
  if (blocks_.empty() || blocks_.back().size - used_ < bytes) {
    const std::size_t size = std::max(bytes, kBlockBytes);
    blocks_.push_back({std::make_unique_for_overwrite<char[]>(size), size});
    used_ = 0;
  }
  return blocks_.back().bytes.get() + used_;
}

std::string_view TokenList::keep(std::size_t bytes) {
  assert(!blocks_.empty() && blocks_.back().size - used_ >= bytes);
  const std::string_view form(blocks_.back().bytes.get() + used_, bytes);
  used_ += bytes;
  return form;
}

std::string_view TokenList::keep_copy(std::string_view form) {
  std::copy(form.begin(), form.end(), room(form.size()));
  return keep(form.size());
}

void TokenList::clear() {
  tokens_.clear();
  if (blocks_.size() > 1) blocks_.resize(1);
  used_ = 0;
}

}  // namespace newsline
