// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/file/compression.h"

#include <archive.h>
#include <fmt/format.h>

#include <array>
#include <new>
#include <optional>
#include <utility>

#include "common/article/file/archive_handle.h"
#include "common/error.h"

namespace newsline {
namespace {

enum class Compression { gz, zst, xz, bz2, lz4 };

struct Signature {
  std::string_view start;
  Compression kind;
};
constexpr std::array kSignatures{
    Signature{"\x1F\x8B\x08", Compression::gz},
    Signature{"\x28\xB5\x2F\xFD", Compression::zst},
    Signature{{"\xFD"
               "7zXZ\0",
               6},
              Compression::xz},
    Signature{"BZh", Compression::bz2},
    Signature{"\x04\x22\x4D\x18", Compression::lz4},
};
constexpr std::size_t kSignatureBytes = 10;

std::string_view name_of(Compression kind) {
  constexpr std::array<std::string_view, 5> kNames{"gz", "zst", "xz", "bz2", "lz4"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::optional<Compression> compression_of(std::string_view start) {
  constexpr std::string_view kBlockOfBzip2 = "\x31\x41\x59\x26\x53\x59";  // pi, behind `BZh` and a digit
  constexpr std::string_view kEmptyBzip2 = "\x17\x72\x45\x38\x50\x90";
  for (const Signature& signature : kSignatures) {
    if (!start.starts_with(signature.start)) continue;
    if (signature.kind != Compression::bz2) return signature.kind;
    const std::string_view block = start.substr(std::min<std::size_t>(start.size(), 4));
    if (block.starts_with(kBlockOfBzip2) || block.starts_with(kEmptyBzip2)) return Compression::bz2;
  }
  return std::nullopt;
}

/// Bytes of which the first were taken out already.
class StartedBytes final : public ByteSource {
 public:
  StartedBytes(std::string start, std::unique_ptr<ByteSource> rest)
      : start_(std::move(start)), rest_(std::move(rest)) {}

  std::string_view next_block() override {
    return std::exchange(is_started_, true) || start_.empty() ? rest_->next_block() : start_;
  }

 private:
  std::string start_;
  std::unique_ptr<ByteSource> rest_;
  bool is_started_ = false;
};

/// What libarchive decompresses.
class LibraryBytes final : public ByteSource {
 public:
  LibraryBytes(std::unique_ptr<ByteSource> compressed, Compression kind, std::string path,
               UnpackingLimit& limit)
      : feed_(*compressed, path),
        compressed_(std::move(compressed)),
        path_(std::move(path)),
        limit_(limit),
        archive_(new_archive()) {
    require_filter(kind);
    archive_read_support_format_raw(archive_.get());
    archive_read_support_format_empty(archive_.get());
    archive_entry* entry = nullptr;
    feed_.require(feed_.open(archive_.get()), archive_.get());
    const int result = archive_read_next_header(archive_.get(), &entry);
    const bool damaged = result == ARCHIVE_EOF && archive_errno(archive_.get()) != 0;
    feed_.require(damaged ? ARCHIVE_FATAL : result, archive_.get());
    at_end_ = result == ARCHIVE_EOF;
  }

  /// How often it is undone: the library does so itself where it finds the same within.
  [[nodiscard]] int times() const { return archive_filter_count(archive_.get()) - 1; }

  std::string_view next_block() override {
    const void* block = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    while (!at_end_ && size == 0) {
      const int result = archive_read_data_block(archive_.get(), &block, &size, &offset);
      at_end_ = result == ARCHIVE_EOF;
      feed_.require(result, archive_.get());
    }
    if (at_end_) return {};
    limit_.count(size, path_);
    return {static_cast<const char*>(block), size};
  }

 private:
  /// Only what the library undoes itself: its other filters run programs from the path, and say so by a
  /// warning.
  void require_filter(Compression kind) {
    int result = ARCHIVE_FATAL;
    if (kind == Compression::zst) result = archive_read_support_filter_zstd(archive_.get());
    if (kind == Compression::xz) result = archive_read_support_filter_xz(archive_.get());
    if (kind == Compression::bz2) result = archive_read_support_filter_bzip2(archive_.get());
    if (kind == Compression::lz4) result = archive_read_support_filter_lz4(archive_.get());
    if (result != ARCHIVE_OK)
      throw Error(ErrorKind::data,
                  fmt::format("cannot read \"{}\": this libarchive lacks the filter", path_));
  }

  ArchiveFeed feed_;
  std::unique_ptr<ByteSource> compressed_;
  std::string path_;
  UnpackingLimit& limit_;
  ArchiveHandle archive_;
  bool at_end_ = false;
};

[[noreturn]] void refuse_depth(const std::string& path) {
  throw Error(ErrorKind::data,
              fmt::format("cannot read \"{}\": compressed more than {} times", path, kMostNested));
}

}  // namespace

Decompressed decompressed(std::unique_ptr<ByteSource> bytes, const std::string& path, UnpackingLimit& limit) {
  Decompressed result{std::move(bytes)};
  for (int nested = 0;; ++nested) {
    std::string start;
    std::string_view block;
    do {
      block = result.bytes->next_block();
      start += block;
    } while (!block.empty() && start.size() < kSignatureBytes);
    const auto kind = compression_of(start);
    if (kind && nested >= kMostNested) refuse_depth(path);
    auto started = std::make_unique<StartedBytes>(std::move(start), std::move(result.bytes));
    if (!kind) {
      result.bytes = std::move(started);
      return result;
    }
    result.compressions.push_back(name_of(*kind));
    result.gzip = nullptr;
    if (kind == Compression::gz) {
      auto gzip = std::make_unique<GzipBytes>(std::move(started), path, limit);
      result.gzip = gzip.get();
      result.bytes = std::move(gzip);
    } else {
      auto bytes_within = std::make_unique<LibraryBytes>(std::move(started), *kind, path, limit);
      // What the library does not take for what its first bytes say would come out as it was, for ever.
      if (bytes_within->times() == 0)
        throw Error(ErrorKind::data, fmt::format("cannot read \"{}\": the compressed data is damaged", path));
      nested += bytes_within->times() - 1;
      if (nested >= kMostNested) refuse_depth(path);
      result.bytes = std::move(bytes_within);
    }
  }
}

}  // namespace newsline
