// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/file/gzip_bytes.h"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <new>
#include <utility>

#include "common/error.h"

namespace newsline {
namespace {

constexpr std::size_t kBlockBytes = 128u << 10;
constexpr std::size_t kKeptBytes = 1u << 20;
constexpr std::string_view kMagic = "\x1F\x8B\x08";
constexpr int kGzipWindow = 15 + 16;  // zlib.h, inflateInit2: the largest window, gzip's header and trailer

Bytef* bytes_of(const char* text) { return reinterpret_cast<Bytef*>(const_cast<char*>(text)); }

/// Whether a member starts here that can be inflated for a while.
bool inflates(std::string_view start) {
  constexpr std::size_t kTriedBytes = 256;
  z_stream stream{};
  if (inflateInit2(&stream, kGzipWindow) != Z_OK) throw std::bad_alloc();
  std::array<Bytef, kTriedBytes> output{};
  stream.next_in = bytes_of(start.data());
  stream.avail_in = static_cast<uInt>(std::min<std::size_t>(start.size(), kBlockBytes));
  stream.next_out = output.data();
  stream.avail_out = static_cast<uInt>(output.size());
  const int result = ::inflate(&stream, Z_NO_FLUSH);
  const bool has_output = stream.avail_out < output.size();
  inflateEnd(&stream);
  return has_output && (result == Z_OK || result == Z_STREAM_END || result == Z_BUF_ERROR);
}

}  // namespace

struct GzipBytes::Inflating {
  Inflating() {
    if (inflateInit2(&stream, kGzipWindow) != Z_OK) throw std::bad_alloc();
  }
  ~Inflating() { inflateEnd(&stream); }
  Inflating(const Inflating&) = delete;
  Inflating& operator=(const Inflating&) = delete;

  z_stream stream{};
};

GzipBytes::GzipBytes(std::unique_ptr<ByteSource> compressed, std::string path, UnpackingLimit& limit)
    : compressed_(std::move(compressed)),
      path_(std::move(path)),
      limit_(limit),
      inflating_(std::make_unique<Inflating>()) {}

GzipBytes::~GzipBytes() = default;

bool GzipBytes::refill() {
  const std::string_view block = compressed_->next_block();
  if (block.empty()) return false;
  std::size_t done = input_at_ <= member_at_ ? static_cast<std::size_t>(member_at_ - input_at_) : 0;
  if (next_ - done > kKeptBytes) done = next_;
  input_.erase(0, done);
  input_at_ += done;
  next_ -= done;
  input_ += block;
  return true;
}

bool GzipBytes::has_member_start() {
  while (true) {
    next_ = std::min(input_.find_first_not_of('\0', next_), input_.size());
    if (next_ < input_.size()) break;
    if (!refill()) return false;
  }
  while (input_.size() - next_ < kMagic.size() && refill()) {
  }
  begin_member();
  if (!std::string_view(input_).substr(next_).starts_with(kMagic)) fail("is damaged");
  return true;
}

void GzipBytes::begin_member() {
  member_at_ = input_at_ + next_;
  inflateReset(&inflating_->stream);
  at_member_end_ = false;
}

void GzipBytes::fail(const char* reason) {
  failed_ = true;
  throw Error(ErrorKind::data,
              fmt::format("cannot read \"{}\": the gzip data at byte {} {}", path_, member_at_, reason));
}

std::string_view GzipBytes::next_block() {
  if (failed_) fail("is damaged");
  output_.resize(kBlockBytes);
  z_stream& stream = inflating_->stream;
  while (!at_end_) {
    if (at_member_end_) {
      at_end_ = !has_member_start();
      if (at_end_) break;
    }
    const bool is_last = next_ == input_.size() && !refill();
    stream.next_in = bytes_of(input_.data() + next_);
    stream.avail_in = static_cast<uInt>(std::min<std::size_t>(input_.size() - next_, kBlockBytes));
    stream.next_out = bytes_of(output_.data());
    stream.avail_out = static_cast<uInt>(output_.size());
    const uInt given = stream.avail_in;
    const int result = ::inflate(&stream, Z_NO_FLUSH);
    next_ += given - stream.avail_in;
    const std::size_t produced = output_.size() - stream.avail_out;
    if (produced > 0) limit_.count(produced, path_);
    at_member_end_ = result == Z_STREAM_END;
    const bool is_damaged = result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR;
    if (produced > 0) {
      failed_ = is_damaged;
      return std::string_view(output_).substr(0, produced);
    }
    if (is_damaged) fail("is damaged");
    if (is_last && !at_member_end_) fail("ends too soon");
  }
  return {};
}

bool GzipBytes::resume() {
  if (limit_.is_exceeded()) return false;
  failed_ = false;
  at_end_ = false;
  // From behind the start of the damaged member, as far as it is still there.
  next_ = input_at_ <= member_at_ ? std::min<std::size_t>(input_.size(), member_at_ - input_at_ + 1) : 0;
  member_at_ = input_at_ + next_;
  while (true) {
    const std::size_t found = input_.find(kMagic, next_);
    if (found == std::string::npos) {
      next_ = std::max(next_, input_.size() - std::min(input_.size(), kMagic.size() - 1));
      member_at_ = input_at_ + next_;
      if (!refill()) break;
      continue;
    }
    next_ = found;
    member_at_ = input_at_ + next_;
    while (input_.size() - next_ < kBlockBytes && refill()) {
    }
    if (inflates(std::string_view(input_).substr(next_))) {
      at_member_end_ = true;
      return true;
    }
    ++next_;
  }
  at_end_ = true;
  return false;
}

}  // namespace newsline
