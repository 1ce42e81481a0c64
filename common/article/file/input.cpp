// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/file/input.h"

#include <archive.h>
#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cctype>
#include <new>
#include <utility>

#include "common/error.h"
#include "common/text/charset/utf16.h"

namespace newsline {
namespace {

constexpr std::size_t kBlockBytes = 128u << 10;
constexpr int kMostCompressions = 2;

struct FreeArchive {
  void operator()(archive* reader) const noexcept { archive_read_free(reader); }
};
using ArchiveReader = std::unique_ptr<archive, FreeArchive>;

/// What libarchive says, as the end of a sentence of ours: it starts sentences with a capital letter.
std::string reason_of(archive* reader) {
  const char* said = archive_error_string(reader);
  std::string reason = said != nullptr ? said : "the compressed data is damaged";
  const bool is_acronym = reason.size() > 1 && std::isupper(static_cast<unsigned char>(reason[1])) != 0;
  if (!is_acronym && !reason.empty()) {
    reason[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(reason[0])));
  }
  return reason;
}

[[noreturn]] void fail(const std::string& path, const std::string& reason) {
  throw Error(ErrorKind::data, fmt::format("cannot read \"{}\": {}", path, reason));
}

/// Only what the library undoes itself: its other filters run programs from the path.
ArchiveReader make_reader() {
  ArchiveReader reader(archive_read_new());
  if (!reader) throw std::bad_alloc();
  archive_read_support_filter_gzip(reader.get());
  archive_read_support_filter_zstd(reader.get());
  archive_read_support_filter_xz(reader.get());
  archive_read_support_filter_bzip2(reader.get());
  archive_read_support_format_raw(reader.get());
  archive_read_support_format_empty(reader.get());
  return reader;
}

}  // namespace

struct Input::Impl {
  explicit Impl(std::string file) : path(std::move(file)), reader(make_reader()) {
    if (archive_read_open_filename(reader.get(), path.c_str(), kBlockBytes) != ARCHIVE_OK) {
      fail(path, reason_of(reader.get()));
    }
    archive_entry* entry = nullptr;
    const int result = archive_read_next_header(reader.get(), &entry);
    const bool damaged = result == ARCHIVE_EOF && archive_errno(reader.get()) != 0;
    if (damaged || (result != ARCHIVE_OK && result != ARCHIVE_EOF)) fail(path, reason_of(reader.get()));
    at_end = result == ARCHIVE_EOF;
    // The last of the filters is the file itself.
    if (archive_filter_count(reader.get()) - 1 > kMostCompressions) fail(path, "compressed more than twice");
  }

  [[nodiscard]] std::string_view unread() const { return std::string_view(buffer).substr(begin); }

  /// Appends a block to what is unread; false at the end.
  bool fill() {
    if (at_end) return false;
    const void* block = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    const int result = archive_read_data_block(reader.get(), &block, &size, &offset);
    if (result == ARCHIVE_EOF) {
      at_end = true;
      const std::size_t before = buffer.size();
      if (utf16) utf16->finish(buffer);
      return buffer.size() > before;
    }
    if (result != ARCHIVE_OK) fail(path, reason_of(reader.get()));
    take({static_cast<const char*>(block), size});
    return true;
  }

  /// Appends a block to what is unread, in UTF-8 where it is UTF-16.
  void take(std::string_view block) {
    constexpr std::size_t kOrderBytes = 4096;
    buffer.erase(0, begin);
    begin = 0;
    if (std::exchange(at_start, false)) {
      if (const auto order = utf16_order(block.substr(0, kOrderBytes))) utf16.emplace(*order);
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
  ArchiveReader reader;
  std::string buffer;
  std::size_t begin = 0;  ///< of what is unread in the buffer
  std::optional<Utf16Decoder> utf16;
  bool at_start = true;
  bool at_end = false;
  bool skipping = false;
};

Input::Input(std::string path) : impl_(std::make_unique<Impl>(std::move(path))) {}
Input::~Input() = default;
Input::Input(Input&&) noexcept = default;
Input& Input::operator=(Input&&) noexcept = default;

const std::string& Input::path() const { return impl_->path; }

std::string_view Input::peek(std::size_t bytes) {
  impl_->skip_rest_of_line();
  while (impl_->unread().size() < bytes && impl_->fill()) {
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
  impl_->buffer.clear();
  impl_->begin = 0;
  return all;
}

}  // namespace newsline
