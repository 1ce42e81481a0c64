// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/file/gunzip.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>
#include <zlib.h>

#include <cerrno>
#include <new>
#include <system_error>
#include <utility>
#include <vector>

#include "common/error.h"

namespace newsline {
namespace {

constexpr std::size_t kBlockBytes = 128u << 10;

[[noreturn]] void fail(const std::string& path, std::string_view reason) {
  throw Error(ErrorKind::data, fmt::format("cannot read \"{}\": {}", path, reason));
}

[[noreturn]] void fail_by_errno(const std::string& path) {
  std::string reason = std::generic_category().message(errno);
  if (reason[0] >= 'A' && reason[0] <= 'Z') reason[0] = static_cast<char>(reason[0] + 32);
  fail(path, reason);
}

class FileBlocks final : public Blocks {
 public:
  explicit FileBlocks(std::string path)
      : path_(std::move(path)), file_(::open(path_.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY)) {
    if (file_ < 0) fail_by_errno(path_);
  }
  ~FileBlocks() override { ::close(file_); }
  FileBlocks(const FileBlocks&) = delete;
  FileBlocks& operator=(const FileBlocks&) = delete;

  std::string_view next() override {
    while (true) {
      const ssize_t count = ::read(file_, block_.data(), block_.size());
      if (count >= 0) return {block_.data(), static_cast<std::size_t>(count)};
      if (errno != EINTR) fail_by_errno(path_);
    }
  }

 private:
  std::string path_;
  int file_;
  std::vector<char> block_ = std::vector<char>(kBlockBytes);
};

/// Blocks of which the first was looked at.
class Resumed final : public Blocks {
 public:
  Resumed(std::string_view first, std::unique_ptr<Blocks> rest) : first_(first), rest_(std::move(rest)) {}

  std::string_view next() override {
    return first_.empty() ? rest_->next() : std::exchange(first_, std::string_view());
  }

 private:
  std::string_view first_;
  std::unique_ptr<Blocks> rest_;
};

class Gunzip final : public Blocks {
 public:
  Gunzip(std::string path, std::unique_ptr<Blocks> packed)
      : path_(std::move(path)), packed_(std::move(packed)) {
    constexpr int kGzipOnly = 16;
    if (inflateInit2(&stream_, MAX_WBITS + kGzipOnly) != Z_OK) throw std::bad_alloc();
  }
  ~Gunzip() override { inflateEnd(&stream_); }
  Gunzip(const Gunzip&) = delete;
  Gunzip& operator=(const Gunzip&) = delete;

  std::string_view next() override {
    stream_.next_out = block_.data();
    stream_.avail_out = static_cast<uInt>(block_.size());
    while (stream_.avail_out > 0 && !is_at_end_ && failure_.empty()) inflate_some();
    const std::size_t bytes = block_.size() - stream_.avail_out;
    // What came before the damage is given first.
    if (bytes == 0 && !failure_.empty()) fail(path_, failure_);
    return {reinterpret_cast<const char*>(block_.data()), bytes};
  }

 private:
  /// Whether there is more of what is packed.
  bool has_input() {
    if (stream_.avail_in > 0) return true;
    const std::string_view packed = packed_->next();
    // zlib does not write there; its type only does not say so.
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream_.avail_in = static_cast<uInt>(packed.size());
    return !packed.empty();
  }

  void inflate_some() {
    if (!has_input()) {
      failure_ = "the gzip data ends too soon";
      return;
    }
    const int result = inflate(&stream_, Z_NO_FLUSH);
    if (result == Z_STREAM_END) return end_member();
    if (result == Z_MEM_ERROR) throw std::bad_alloc();
    if (result != Z_OK && result != Z_BUF_ERROR) failure_ = "the gzip data is damaged";
  }

  void end_member() {
    while (has_input() && *stream_.next_in == 0) {
      ++stream_.next_in;
      --stream_.avail_in;
    }
    is_at_end_ = stream_.avail_in == 0;
    if (!is_at_end_) inflateReset(&stream_);
  }

  std::string path_;
  std::unique_ptr<Blocks> packed_;
  z_stream stream_{};
  bool is_at_end_ = false;
  std::string_view failure_;
  std::vector<Bytef> block_ = std::vector<Bytef>(kBlockBytes);
};

}  // namespace

std::unique_ptr<Blocks> file_blocks(const std::string& path) { return std::make_unique<FileBlocks>(path); }

Gunzipped gunzipped(const std::string& path, int most) {
  constexpr std::string_view kGzip = "\x1F\x8B\x08";  // RFC 1952: the magic number, and deflate
  Gunzipped found{file_blocks(path)};
  while (true) {
    const std::string_view first = found.blocks->next();
    const bool is_gzip = first.starts_with(kGzip);
    found.blocks = std::make_unique<Resumed>(first, std::move(found.blocks));
    if (!is_gzip || found.times == most) return found;
    found.blocks = std::make_unique<Gunzip>(path, std::move(found.blocks));
    ++found.times;
  }
}

}  // namespace newsline
