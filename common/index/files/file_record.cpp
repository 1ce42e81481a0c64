// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/files/file_record.h"

#include <cstring>

#include "common/article/file/file_time.h"

namespace newsline {
namespace {

constexpr std::size_t kKeyBytes = sizeof(PackedKey);

// Flags.
constexpr unsigned kComplete = 1;
constexpr unsigned kSettled = 2;
constexpr unsigned kRejections = 4;
constexpr unsigned kFound = 8;
constexpr unsigned kKnown = 16;

template <typename Number>
void append_raw(std::string& out, Number number) {
  out.append(reinterpret_cast<const char*>(&number), sizeof(number));
}

template <typename Number>
Number raw_number(std::string_view bytes, std::size_t at) {
  Number number{};
  std::memcpy(&number, bytes.data() + at, sizeof(number));
  return number;
}

void append_state(std::string& out, const FoundFile& file) {
  append_raw(out, file.size_bytes);
  append_raw(out, file.modified_ns);
  append_raw(out, file.inode);
  append_raw(out, file.changed_ns);
}

/// The time of modification can be set to anything, that of change cannot.
bool is_settled(const FileEntry& entry) { return entry.file.changed_ns < entry.read_ns - kCoarseTimeNs; }

}  // namespace

std::string found_record(const FoundFile& file, const PackedKey& key) {
  std::string record;
  record.reserve(kKeyBytes + kStateBytes + file.path.size());
  record += bytes_of(key);
  append_state(record, file);
  return record += file.path;
}

FoundRecord read_found_record(std::string_view record) {
  return {record.substr(0, kKeyBytes), record.substr(kKeyBytes, kStateBytes),
          record.substr(kKeyBytes + kStateBytes)};
}

std::string identity_record(const FoundFile& file) {
  std::string record;
  append_raw(record, file.inode);
  append_raw(record, file.size_bytes);
  append_raw(record, file.modified_ns);
  return record;
}

std::string known_record(const std::string& key, const FileEntry& entry, std::uint32_t source) {
  std::string record(bytes_of(packed_key(key)));
  append_state(record, entry.file);
  append_raw(record, source);
  const unsigned flags = (entry.complete ? kComplete : 0U) | (is_settled(entry) ? kSettled : 0U) |
                         (entry.rejections != 0 ? kRejections : 0U);
  return record += static_cast<char>(flags);
}

KnownRecord read_known_record(std::string_view record) {
  constexpr std::size_t kSourceAt = kKeyBytes + kStateBytes;
  const auto flags = static_cast<unsigned char>(record.back());
  return {record.substr(0, kKeyBytes),
          record.substr(kKeyBytes, kStateBytes),
          raw_number<std::uint32_t>(record, kSourceAt),
          (flags & kComplete) != 0,
          (flags & kSettled) != 0,
          (flags & kRejections) != 0};
}

// The path ends in a zero, which no path has: so the order of records is that of their paths.

std::string planned_record(const FoundRecord& found, bool is_known) {
  std::string record(found.path);
  record += '\0';
  record += static_cast<char>(kFound | (is_known ? kKnown : 0U));
  return record += found.state;
}

std::string planned_record(const std::string& path) {
  std::string record = path;
  record += '\0';
  return record += static_cast<char>(kKnown);
}

PlannedFile read_planned_record(std::string_view record) {
  const std::size_t end = record.find('\0');
  const auto flags = static_cast<unsigned char>(record[end + 1]);
  PlannedFile planned{{std::string(record.substr(0, end))}, (flags & kFound) != 0, (flags & kKnown) != 0};
  if (!planned.was_found) return planned;
  const std::string_view state = record.substr(end + 2);
  planned.file.size_bytes = raw_number<std::uint64_t>(state, 0);
  planned.file.modified_ns = raw_number<std::int64_t>(state, 8);
  planned.file.inode = raw_number<std::uint64_t>(state, 16);
  planned.file.changed_ns = raw_number<std::int64_t>(state, 24);
  return planned;
}

}  // namespace newsline
