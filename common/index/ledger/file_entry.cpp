// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/ledger/file_entry.h"

#include "common/index/ledger/number_groups.h"

namespace newsline {
namespace {

void append(std::string& out, std::uint64_t number) { append_number(out, number); }

void append(std::string& out, std::string_view text) { append_text(out, text); }

}  // namespace

std::string encode(const FileEntry& entry) {
  std::string bytes;
  append(bytes, entry.file.path);
  append(bytes, entry.source);
  append(bytes, entry.file.size_bytes);
  append(bytes, static_cast<std::uint64_t>(entry.file.modified_ns));
  append(bytes, entry.file.inode);
  append(bytes, static_cast<std::uint64_t>(entry.file.changed_ns));
  append(bytes, entry.hash);
  append(bytes, static_cast<std::uint64_t>(entry.read_ns));
  append(bytes, entry.articles);
  append(bytes, std::uint64_t{entry.complete});
  append(bytes, entry.rejections);
  for (const Rejection& rejection : entry.kept_rejections) {
    append(bytes, rejection.line);
    append(bytes, rejection.reason);
  }
  return bytes;
}

std::optional<FileEntry> decode_file_entry(std::string_view bytes) {
  NumberGroups groups{bytes};
  FileEntry entry;
  entry.file.path = groups.take_text();
  entry.source = groups.take_text();
  entry.file.size_bytes = groups.take();
  entry.file.modified_ns = static_cast<std::int64_t>(groups.take());
  entry.file.inode = groups.take();
  entry.file.changed_ns = static_cast<std::int64_t>(groups.take());
  entry.hash = groups.take_text();
  entry.read_ns = static_cast<std::int64_t>(groups.take());
  entry.articles = groups.take();
  const std::uint64_t complete = groups.take();
  entry.complete = complete == 1;
  entry.rejections = groups.take();
  while (!groups.failed && !groups.bytes.empty()) {
    Rejection rejection{entry.file.path, groups.take(), groups.take_text()};
    entry.kept_rejections.push_back(std::move(rejection));
  }
  if (groups.failed || complete > 1 || entry.file.path.empty() ||
      entry.kept_rejections.size() > entry.rejections)
    return std::nullopt;
  return entry;
}

}  // namespace newsline
