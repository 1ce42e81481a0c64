// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/ledger/file_entry.h"

#include "common/index/ledger/number_groups.h"

namespace newsline {
namespace {

void append(std::string& out, std::uint64_t number) { append_number(out, number); }

void append(std::string& out, std::string_view text) { append_text(out, text); }

/// Takes numbers and texts off the front. After a fault everything is empty and `failed` says so.
struct Decoder : NumberGroups {
  std::int64_t signed_number() { return static_cast<std::int64_t>(take()); }

  std::string text() {
    const std::uint64_t size = take();
    if (size > bytes.size()) failed = true;
    if (failed) return {};
    std::string text(bytes.substr(0, size));
    bytes.remove_prefix(size);
    return text;
  }
};

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
  Decoder decoder{{bytes}};
  FileEntry entry;
  entry.file.path = decoder.text();
  entry.source = decoder.text();
  entry.file.size_bytes = decoder.take();
  entry.file.modified_ns = decoder.signed_number();
  entry.file.inode = decoder.take();
  entry.file.changed_ns = decoder.signed_number();
  entry.hash = decoder.text();
  entry.read_ns = decoder.signed_number();
  entry.articles = decoder.take();
  const std::uint64_t complete = decoder.take();
  entry.complete = complete == 1;
  entry.rejections = decoder.take();
  while (!decoder.failed && !decoder.bytes.empty()) {
    Rejection rejection{entry.file.path, decoder.take(), decoder.text()};
    entry.kept_rejections.push_back(std::move(rejection));
  }
  if (decoder.failed || complete > 1 || entry.file.path.empty() ||
      entry.kept_rejections.size() > entry.rejections)
    return std::nullopt;
  return entry;
}

}  // namespace newsline
