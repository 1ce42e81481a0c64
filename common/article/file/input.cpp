// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/file/input.h"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <optional>
#include <utility>

#include "common/article/file/compression.h"
#include "common/article/file/file_bytes.h"
#include "common/error.h"
#include "common/text/charset/utf16.h"

namespace newsline {

struct Input::Impl {
  explicit Impl(std::string file) : path(std::move(file)) {
    auto bytes = std::make_unique<FileBytes>(path);
    own_limit = std::make_unique<UnpackingLimit>(bytes->size_bytes());
    limit = own_limit.get();
    decompressed = newsline::decompressed(std::move(bytes), path, *limit);
    is_plain = decompressed.compressions.empty();
  }

  Impl(std::string name, std::unique_ptr<ByteSource> bytes, const Impl& outer)
      : path(std::move(name)), limit(outer.limit), depth(outer.depth + 1) {
    if (depth > kMostNested)
      throw Error(ErrorKind::data,
                  fmt::format("cannot read \"{}\": more than {} containers lie within each other", path,
                              kMostNested));
    decompressed = newsline::decompressed(std::move(bytes), path, *limit);
  }

  [[nodiscard]] std::string_view unread() const { return std::string_view(buffer).substr(begin); }

  /// Appends a block to what is unread; false at the end.
  bool fill() {
    if (failure) std::rethrow_exception(failure);
    if (at_end) return false;
    const std::string_view block = decompressed.bytes->next_block();
    if (!block.empty()) {
      take(block);
      return true;
    }
    at_end = true;
    const std::size_t before = buffer.size();
    if (utf16) utf16->finish(buffer);
    return buffer.size() > before;
  }

  /// Appends a block to what is unread, in UTF-8 where it is UTF-16.
  void take(std::string_view block) {
    constexpr std::size_t kOrderBytes = 4096;
    buffer.erase(0, begin);
    erased += begin;
    begin = 0;
    if (std::exchange(at_start, false)) {
      if (const auto order = utf16_order(block.substr(0, kOrderBytes))) {
        utf16.emplace(*order);
        charset = find_charset(block.substr(0, kOrderBytes));
      }
    }
    if (utf16)
      utf16->append(block, buffer);
    else
      buffer.append(block);
  }

  /// Passes over what is left of a line that was too long.
  void skip_rest_of_line() {
    while (skipping) {
      const std::size_t line_end = unread().find('\n');
      if (line_end != std::string_view::npos) {
        begin += line_end + 1;
        skipping = false;
      } else {
        begin = buffer.size();
        skipping = fill();
      }
    }
  }

  std::string path;
  std::unique_ptr<UnpackingLimit> own_limit;
  UnpackingLimit* limit = nullptr;
  int depth = 0;
  Decompressed decompressed;
  bool is_plain = false;
  std::string buffer;
  std::uint64_t erased = 0;  ///< bytes that stood before the buffer
  std::size_t begin = 0;     ///< of what is unread in the buffer
  std::optional<Utf16Decoder> utf16;
  std::optional<CharsetFinding> charset;  ///< where it is UTF-16
  bool at_start = true;
  std::exception_ptr failure;  ///< that a look ahead met; for who comes there
  bool at_end = false;
  bool skipping = false;
};

Input::Input(std::string path) : impl_(std::make_unique<Impl>(std::move(path))) {}
Input::Input(std::string path, std::unique_ptr<ByteSource> bytes, Input& outer)
    : impl_(std::make_unique<Impl>(std::move(path), std::move(bytes), *outer.impl_)) {}
Input::~Input() = default;
Input::Input(Input&&) noexcept = default;
Input& Input::operator=(Input&&) noexcept = default;

const std::string& Input::path() const { return impl_->path; }

std::string_view Input::peek(std::size_t bytes) {
  impl_->skip_rest_of_line();
  try {
    while (impl_->unread().size() < bytes && impl_->fill()) {
    }
  } catch (const Error&) {
    if (impl_->unread().empty()) throw;
    impl_->failure = std::current_exception();
  }
  return impl_->unread().substr(0, bytes);
}

std::optional<Input::Line> Input::next_line(std::size_t limit_bytes) {
  impl_->skip_rest_of_line();
  constexpr std::size_t kLineEndBytes = 2;
  std::size_t searched = 0;
  std::size_t line_end = std::string_view::npos;
  while (true) {
    line_end = impl_->unread().find('\n', searched);
    searched = impl_->unread().size();
    if (line_end != std::string_view::npos || searched >= limit_bytes + kLineEndBytes || !impl_->fill())
      break;
  }
  const std::string_view unread = impl_->unread();
  if (unread.empty()) return std::nullopt;
  Line line{unread.substr(0, line_end), false};
  if (line.text.ends_with('\r')) line.text.remove_suffix(1);
  if (line.text.size() > limit_bytes) {
    impl_->skipping = true;
    impl_->begin += limit_bytes;
    return Line{line.text.substr(0, limit_bytes), true};
  }
  impl_->begin += line_end == std::string_view::npos ? unread.size() : line_end + 1;
  return line;
}

std::optional<std::string> Input::rest(std::size_t limit_bytes) {
  impl_->skip_rest_of_line();
  while (impl_->unread().size() <= limit_bytes && impl_->fill()) {
  }
  if (impl_->unread().size() > limit_bytes) return std::nullopt;
  std::string all = std::move(impl_->buffer);
  all.erase(0, impl_->begin);
  impl_->erased += impl_->begin + all.size();
  impl_->buffer.clear();
  impl_->begin = 0;
  return all;
}

std::uint64_t Input::skip(std::uint64_t bytes) {
  std::uint64_t skipped = 0;
  while (skipped < bytes) {
    const auto here =
        static_cast<std::size_t>(std::min<std::uint64_t>(impl_->unread().size(), bytes - skipped));
    impl_->begin += here;
    skipped += here;
    if (skipped < bytes && !impl_->fill()) break;
  }
  return skipped;
}

std::string_view Input::next_block() {
  if (impl_->unread().empty() && !impl_->fill()) return {};
  const std::string_view block = impl_->unread();
  impl_->begin = impl_->buffer.size();
  return block;
}

std::uint64_t Input::offset() const { return impl_->erased + impl_->begin; }

bool Input::resume() {
  if (impl_->decompressed.gzip == nullptr || !impl_->decompressed.gzip->resume()) return false;
  impl_->erased += impl_->buffer.size();
  impl_->buffer.clear();
  impl_->begin = 0;
  impl_->at_end = false;
  impl_->failure = nullptr;
  return true;
}

bool Input::is_plain_file() const { return impl_->is_plain; }

const std::vector<std::string_view>& Input::compressions() const { return impl_->decompressed.compressions; }

std::optional<CharsetFinding> Input::charset() const { return impl_->charset; }

UnpackingLimit& Input::limit() { return *impl_->limit; }

}  // namespace newsline
