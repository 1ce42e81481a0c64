// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/file/input.h"

#include <archive.h>
#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cctype>
#include <cerrno>
#include <exception>
#include <new>
#include <utility>

#include "common/article/file/gunzip.h"
#include "common/error.h"

namespace newsline {
namespace {

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

/// Only what the library undoes itself: its other filters run programs from the path. Its filter for gzip
/// does not verify checksums and sees only gzip inside another compression, or too much of it.
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

/// What libarchive reads from. Exceptions do not pass through C: they are kept for the other side of it.
struct Source {
  Gunzipped packed;
  std::exception_ptr failure;

  static la_ssize_t next_block(archive* reader, void* itself, const void** block) {
    auto& source = *static_cast<Source*>(itself);
    try {
      const std::string_view bytes = source.packed.blocks->next();
      *block = bytes.data();
      return static_cast<la_ssize_t>(bytes.size());
    } catch (const std::exception& error) {
      source.failure = std::current_exception();
      archive_set_error(reader, EIO, "%s", error.what());
      return ARCHIVE_FATAL;
    }
  }
};

}  // namespace

struct Input::Impl {
  explicit Impl(std::string file)
      : path(std::move(file)), source{gunzipped(path, kMostCompressions), nullptr}, reader(make_reader()) {
    if (archive_read_open(reader.get(), &source, nullptr, Source::next_block, nullptr) != ARCHIVE_OK) {
      refuse();
    }
    archive_entry* entry = nullptr;
    const int result = archive_read_next_header(reader.get(), &entry);
    const bool damaged = result == ARCHIVE_EOF && archive_errno(reader.get()) != 0;
    if (damaged || (result != ARCHIVE_OK && result != ARCHIVE_EOF)) refuse();
    at_end = result == ARCHIVE_EOF;
    // The last of the filters is the file itself.
    if (source.packed.times + archive_filter_count(reader.get()) - 1 > kMostCompressions)
      fail(path, "compressed more than twice");
  }

  [[noreturn]] void refuse() const {
    if (source.failure) std::rethrow_exception(source.failure);
    fail(path, reason_of(reader.get()));
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
      return false;
    }
    if (result != ARCHIVE_OK) refuse();
    buffer.erase(0, begin);
    begin = 0;
    buffer.append(static_cast<const char*>(block), size);
    return true;
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
  Source source;
  ArchiveReader reader;
  std::string buffer;
  std::size_t begin = 0;  ///< of what is unread in the buffer
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
