// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/glass/mapped_table.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xapian.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include "common/index/folder/file_descriptor.h"
#include "common/index/glass/layout.h"

namespace newsline::glass {
namespace {

[[noreturn]] void throw_damaged() { throw Xapian::DatabaseCorruptError("a block of the index is damaged"); }

[[noreturn]] void throw_overtaken() {
  throw Xapian::DatabaseModifiedError("a block of the index belongs to a later state");
}

unsigned byte_at(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

unsigned number_16(std::string_view bytes, std::size_t at) {
  return byte_at(bytes, at) << 8 | byte_at(bytes, at + 1);
}

std::uint32_t number_32(std::string_view bytes, std::size_t at) {
  return std::uint32_t{number_16(bytes, at)} << 16 | number_16(bytes, at + 2);
}

/// The first `size` bytes of eight as a number, the first of them the highest.
std::uint64_t head_of(const char* bytes, std::size_t size) {
  std::uint64_t head = 0;
  std::memcpy(&head, bytes, sizeof head);
  if (std::endian::native == std::endian::little) head = __builtin_bswap64(head);
  const auto others = static_cast<unsigned>(8 * (sizeof head - std::min(size, sizeof head)));
  return others == 64 ? 0 : head >> others << others;
}

}  // namespace

SoughtKey::SoughtKey(std::string_view key) : key_(key) {
  std::array<char, kHeadBytes> first{};
  std::ranges::copy(key.substr(0, kHeadBytes), first.begin());
  head_ = head_of(first.data(), kHeadBytes);
}

int SoughtKey::order_of(std::string_view other, std::size_t readable) const {
  if (readable >= kHeadBytes) {
    const std::uint64_t head = head_of(other.data(), other.size());
    if (head != head_) return head < head_ ? -1 : 1;
  }
  return other.compare(key_);
}

Block::Block(std::string_view bytes) : bytes_(bytes) {
  const std::size_t end = number_16(bytes, kDirectoryEndAt);
  if (end < kDirectoryBegin + kEntryBytes || end > bytes.size()) throw_damaged();
  items_ = (end - kDirectoryBegin) / kEntryBytes;
}

std::uint32_t Block::revision() const { return number_32(bytes_, 0); }

/// An item and what stands behind it; its head has `least` bytes.
std::string_view Block::from(std::size_t place, std::size_t least) const {
  const std::size_t at = number_16(bytes_, kDirectoryBegin + place * kEntryBytes);
  if (at > bytes_.size() || bytes_.size() - at < least) throw_damaged();
  return bytes_.substr(at);
}

void Block::prefetch_heads() const {
  constexpr std::size_t kMostHeads = 16;
  for (std::size_t place = 0; place < std::min(items_, kMostHeads); ++place) {
    const std::size_t at = number_16(bytes_, kDirectoryBegin + place * kEntryBytes);
    if (at < bytes_.size()) __builtin_prefetch(bytes_.data() + at);
  }
}

Block::Item Block::leaf_item(std::size_t place) const {
  std::string_view bytes = from(place, kItemHeadBytes);
  const unsigned head = number_16(bytes, 0);
  const std::size_t length = (head & kLengthBits) + kItemHeadBytes;
  const std::size_t key_bytes = byte_at(bytes, 2);
  if (length > bytes.size()) throw_damaged();
  bytes = bytes.substr(0, length);
  Item item;
  item.is_first = (head & kIsFirst) != 0;
  item.is_last = (head & kIsLast) != 0;
  item.is_compressed = (head & kIsCompressed) != 0;
  std::size_t tag = kItemHeadBytes + key_bytes;
  if (tag + (item.is_first ? 0 : kCounterBytes) > length) throw_damaged();
  item.key = bytes.substr(kItemHeadBytes, key_bytes);
  if (!item.is_first) {
    item.component = number_16(bytes, tag);
    tag += kCounterBytes;
  }
  item.tag = bytes.substr(tag);
  return item;
}

/// How the key of an item is to another; behind `head` bytes, of which the last is its length.
int Block::order_of(std::size_t place, std::size_t head, const SoughtKey& key) const {
  const std::string_view bytes = from(place, head);
  const std::size_t key_bytes = byte_at(bytes, head - 1);
  if (head + key_bytes > bytes.size()) throw_damaged();
  return key.order_of(bytes.substr(head, key_bytes), bytes.size() - head);
}

bool Block::leaf_comes_first(std::size_t place, const SoughtKey& key) const {
  const int order = order_of(place, kItemHeadBytes, key);
  return order < 0 || (order == 0 && leaf_item(place).component <= 1);
}

bool Block::branch_comes_first(std::size_t place, const SoughtKey& key) const {
  const int order = order_of(place, kBranchHeadBytes, key);
  return order < 0 || (order == 0 && branch_item(place).component <= 1);
}

Block::Item Block::branch_item(std::size_t place) const {
  const std::string_view bytes = from(place, kBranchHeadBytes);
  const std::size_t key_bytes = byte_at(bytes, 4);
  if (kBranchHeadBytes + key_bytes + kCounterBytes > bytes.size()) throw_damaged();
  Item item;
  item.key = bytes.substr(kBranchHeadBytes, key_bytes);
  item.component = number_16(bytes, kBranchHeadBytes + key_bytes);
  return item;
}

std::uint32_t Block::child(std::size_t place) const { return number_32(from(place, kBranchHeadBytes), 0); }

std::uint32_t Block::child_if_any(std::size_t place) const {
  if (place >= items_) return kNone;
  const std::size_t at = number_16(bytes_, kDirectoryBegin + place * kEntryBytes);
  return at + kBranchHeadBytes <= bytes_.size() ? number_32(bytes_, at) : kNone;
}

MappedTable::MappedTable(const std::string& path, const TableRoot& root, std::uint32_t revision)
    : root_(root), revision_(revision) {
  if (!root.has_entries) return;
  const FileDescriptor file(path, O_RDONLY);
  if (!file && errno == ENOENT) throw Xapian::DatabaseOpeningError("there is no file " + path, errno);
  struct stat status {};
  if (!file || fstat(file.number(), &status) != 0)
    throw std::system_error(errno, std::generic_category(), path);
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size < root.block_bytes) throw_damaged();
  void* const bytes = mmap(nullptr, size, PROT_READ, MAP_SHARED, file.number(), 0);
  if (bytes == MAP_FAILED) throw std::system_error(errno, std::generic_category(), path);
  // Else the system reads sixteen blocks for each that is looked at; what lies in a row is told by cursors.
  static_cast<void>(madvise(bytes, size, MADV_RANDOM));
  bytes_ = static_cast<const char*>(bytes);
  size_ = size;
}

MappedTable::~MappedTable() {
  if (bytes_ != nullptr) munmap(const_cast<char*>(bytes_), size_);
}

MappedTable::MappedTable(MappedTable&& other) noexcept
    : root_(std::exchange(other.root_, {})),
      revision_(other.revision_),
      bytes_(std::exchange(other.bytes_, nullptr)),
      size_(std::exchange(other.size_, 0)) {}

MappedTable& MappedTable::operator=(MappedTable&& other) noexcept {
  std::swap(root_, other.root_);
  std::swap(revision_, other.revision_);
  std::swap(bytes_, other.bytes_);
  std::swap(size_, other.size_);
  return *this;
}

Block MappedTable::block(std::uint32_t number, unsigned level) const {
  if (number >= size_ / root_.block_bytes) throw_damaged();
  const std::string_view bytes(bytes_ + number * root_.block_bytes, root_.block_bytes);
  if (number_32(bytes, 0) > revision_) throw_overtaken();
  if (byte_at(bytes, kLevelAt) != level) throw_damaged();
  return Block(bytes);
}

void MappedTable::prefetch(std::uint32_t number) const {
  if (number < size_ / root_.block_bytes) __builtin_prefetch(bytes_ + number * root_.block_bytes);
}

bool MappedTable::read_ahead(std::uint32_t number, std::uint32_t blocks) const {
  const std::size_t page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
  const std::size_t begin = number * root_.block_bytes / page * page;
  if (begin >= size_) return false;
  const std::size_t bytes = std::min(blocks * root_.block_bytes, size_ - begin);
  char* const first = const_cast<char*>(bytes_) + begin;
  // To go through pages that are there takes longer than to read what stands on them: one tells of all.
  unsigned char is_there = 0;
  if (mincore(first + (bytes - 1) / page * page, 1, &is_there) == 0 && (is_there & 1U) != 0) return false;
  return madvise(first, bytes, MADV_WILLNEED) == 0;
}

void MappedTable::require_kept(const Block& block) const {
  if (block.revision() > revision_) throw_overtaken();
}

}  // namespace newsline::glass
