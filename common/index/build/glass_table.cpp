// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/build/glass_table.h"

#include <fcntl.h>
#include <libdeflate.h>
#include <unistd.h>

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <new>
#include <utility>

#include "common/index/glass/layout.h"
#include "common/index/glass/pack.h"

namespace newsline::glass {
namespace {

constexpr std::size_t kBlockBytes = 8192;
constexpr std::size_t kMaxItemBytes = (kBlockBytes - kDirectoryBegin - 4 * kEntryBytes) / 4;
constexpr std::size_t kWaitingBytes = 32 * kBlockBytes;

constexpr std::size_t kDeflateAbove = 18;
constexpr int kDeflateLevel = 5;

constexpr std::uint32_t kRevision = 1;

void append_16(std::string& out, std::size_t number) {
  out += static_cast<char>(number >> 8);
  out += static_cast<char>(number);
}

void write_16(std::vector<char>& bytes, std::size_t at, std::size_t number) {
  bytes[at] = static_cast<char>(number >> 8);
  bytes[at + 1] = static_cast<char>(number);
}

/// The shortest beginning of `key` that is greater than `former`; all of it where they are the same.
std::string_view divider(std::string_view former, std::string_view key) {
  const auto same = static_cast<std::size_t>(
      std::mismatch(former.begin(), former.end(), key.begin(), key.end()).second - key.begin());
  return key.substr(0, same + 1);
}

std::string description(std::uint32_t root, std::uint64_t level, bool is_none, std::uint64_t entries,
                        Table::Tags tags, std::uint32_t blocks) {
  std::string text;
  append_number(text, root);
  constexpr unsigned kIsSequential = 2;
  append_number(text, level << 2 | kIsSequential | (is_none ? 1U : 0U));
  append_number(text, entries);
  append_number(text, kBlockBytes >> 11);
  append_number(text, tags == Table::Tags::deflated ? kDeflateAbove : 0);
  std::string free_blocks;
  if (!is_none) {
    append_number(free_blocks, kRevision);
    append_number(free_blocks, blocks);
    free_blocks.append(4, '\0');  // no block is free
  }
  append_text(text, free_blocks);
  return text;
}

}  // namespace

void Table::Freed::operator()(libdeflate_compressor* compressor) const {
  libdeflate_free_compressor(compressor);
}

Table::Table(std::string path, Tags tags)
    : path_(std::move(path)), tags_(tags), file_(path_, O_WRONLY | O_CREAT | O_EXCL) {
  if (!file_) throw_write_error(path_);
  if (tags_ == Tags::deflated) {
    compressor_.reset(libdeflate_alloc_compressor(kDeflateLevel));
    if (compressor_ == nullptr) throw std::bad_alloc();
  }
  // The tree begins with an item that has neither key nor tag.
  std::string none;
  append_16(none, kIsFirst | kIsLast);
  none += '\0';
  put(level(0), none);
}

std::string_view Table::deflated(std::string_view tag) {
  if (compressed_.size() < tag.size()) compressed_.resize(tag.size());
  // Room for less than the tag: what does not get shorter stays as it is.
  const std::size_t bytes = libdeflate_deflate_compress(compressor_.get(), tag.data(), tag.size(),
                                                        compressed_.data(), tag.size() - 1);
  return {compressed_.data(), bytes};
}

/// As a block that is stored as it is within a stream that counts as deflated (RFC 1951, 3.2.4). Empty for
/// what no such block holds, and for what fills Xapian's buffer just so: it would want more then.
std::string_view Table::marked(std::string_view tag) {
  constexpr std::size_t kMostStored = 0xffff;
  constexpr std::size_t kXapiansBuffer = 8192;
  if (tag.size() > kMostStored || tag.size() % kXapiansBuffer == 0) return {};
  marked_ = kIsOnlyStoredBlock;
  for (const std::size_t length : {tag.size(), kMostStored - tag.size()}) {
    marked_ += static_cast<char>(length);
    marked_ += static_cast<char>(length >> 8);
  }
  return marked_ += tag;
}

void Table::add(std::string_view key, std::string_view tag, bool is_packed_already) {
  assert(!key.empty() && key.size() < 255);
  ++entries_;
  unsigned flags = 0;
  if (compressor_ != nullptr && tag.size() > kDeflateAbove) {
    const std::string_view stream = is_packed_already ? marked(tag) : deflated(tag);
    if (!stream.empty()) {
      tag = stream;
      flags = kIsCompressed;
    }
  }
  const std::size_t head = kItemHeadBytes + key.size();
  for (unsigned component = 1; component == 1 || !tag.empty(); ++component) {
    const std::size_t room = kMaxItemBytes - head - (component == 1 ? 0 : kCounterBytes);
    const std::string_view part = tag.substr(0, room);
    tag.remove_prefix(part.size());
    const std::size_t bytes = head + (component == 1 ? 0 : kCounterBytes) + part.size();
    item_.clear();
    append_16(item_, (bytes - kItemHeadBytes) | flags | (component == 1 ? kIsFirst : 0) |
                         (tag.empty() ? kIsLast : 0));
    item_ += static_cast<char>(key.size());
    item_ += key;
    if (component > 1) append_16(item_, component);
    item_ += part;
    add_leaf_item(key, component, item_);
  }
}

void Table::add_leaf_item(std::string_view key, unsigned component, std::string_view item) {
  if (!has_room(level(0), item.size())) {
    Divider next{std::string(divider(last_key_, key)), component};
    const std::uint32_t number = write(0);
    Divider former = std::exchange(level(0).divider, std::move(next));
    add_branch_item(1, std::move(former), number);
  }
  put(level(0), item);
  last_key_ = key;
}

void Table::add_branch_item(std::size_t at, Divider divider, std::uint32_t child) {
  std::string item;
  const auto append = [&](const Divider& shown) {
    item.clear();
    append_16(item, child >> 16);
    append_16(item, child);
    item += static_cast<char>(shown.key.size());
    item += shown.key;
    append_16(item, shown.component);
  };
  append(divider);
  if (!has_room(level(at), item.size())) {
    const std::uint32_t number = write(at);
    Divider former = std::exchange(level(at).divider, divider);
    add_branch_item(at + 1, std::move(former), number);
  }
  // What comes first on a block is reached whatever the key.
  if (level(at).directory_end == kDirectoryBegin) append({});
  put(level(at), item);
}

Table::Block& Table::level(std::size_t level) {
  while (levels_.size() <= level) {
    levels_.emplace_back();
    clear(levels_.back());
  }
  return levels_[level];
}

void Table::clear(Block& block) const {
  block.bytes.assign(kBlockBytes, '\0');
  block.directory_end = kDirectoryBegin;
  block.items_begin = kBlockBytes;
}

bool Table::has_room(const Block& block, std::size_t item_bytes) {
  return block.items_begin - block.directory_end >= item_bytes + kEntryBytes;
}

void Table::put(Block& block, std::string_view item) {
  block.items_begin -= item.size();
  std::copy(item.begin(), item.end(), block.bytes.begin() + static_cast<std::ptrdiff_t>(block.items_begin));
  write_16(block.bytes, block.directory_end, block.items_begin);
  block.directory_end += kEntryBytes;
}

std::uint32_t Table::write(std::size_t at) {
  Block& block = level(at);
  const std::size_t free = block.items_begin - block.directory_end;
  write_16(block.bytes, 2, kRevision);
  block.bytes[kLevelAt] = static_cast<char>(at);
  write_16(block.bytes, 5, free);
  write_16(block.bytes, 7, free);
  write_16(block.bytes, kDirectoryEndAt, block.directory_end);
  waiting_.append(block.bytes.data(), block.bytes.size());
  if (waiting_.size() >= kWaitingBytes) flush();
  clear(block);
  return blocks_++;
}

void Table::flush() {
  for (std::string_view left = waiting_; !left.empty();) {
    const ssize_t written = ::write(file_.number(), left.data(), left.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw_write_error(path_);
    left.remove_prefix(static_cast<std::size_t>(written));
  }
  waiting_.clear();
}

std::string Table::finish() {
  std::size_t at = 0;
  for (; at + 1 < levels_.size(); ++at) {
    const std::uint32_t number = write(at);
    add_branch_item(at + 1, levels_[at].divider, number);
  }
  const std::uint32_t root = write(at);
  flush();
  return description(root, at, false, entries_, tags_, blocks_);
}

std::string Table::description_of_none(Tags tags) { return description(0, 0, true, 0, tags, 0); }

}  // namespace newsline::glass
