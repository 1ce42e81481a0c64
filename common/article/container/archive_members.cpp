// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/container/archive_members.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <clocale>
#include <cstdio>
#include <utility>

#include "common/article/file/archive_handle.h"
#include "common/error.h"

namespace newsline {
namespace {

constexpr std::size_t kBlockBytes = 128u << 10;

/// The sum of a tar's header, its own field counted as blanks (POSIX, pax: ustar Interchange Format).
bool is_tar(std::string_view start) {
  constexpr std::size_t kHeaderBytes = 512;
  constexpr std::size_t kSumBegin = 148;
  constexpr std::size_t kSumBytes = 8;
  if (start.size() < kHeaderBytes || start[0] == '\0') return false;
  unsigned long said = 0;
  std::size_t at = kSumBegin;
  while (at < kSumBegin + kSumBytes && start[at] == ' ') ++at;
  const std::size_t digits = at;
  for (; at < kSumBegin + kSumBytes && start[at] >= '0' && start[at] <= '7'; ++at)
    said = said * 8 + static_cast<unsigned long>(start[at] - '0');
  if (at == digits) return false;
  unsigned long sum = 0;
  for (std::size_t byte = 0; byte < kHeaderBytes; ++byte) {
    const bool is_of_sum = byte >= kSumBegin && byte < kSumBegin + kSumBytes;
    sum += is_of_sum ? static_cast<unsigned long>(' ') : static_cast<unsigned char>(start[byte]);
  }
  return sum == said;
}

/// While it lives, libarchive gives names in UTF-8, whatever the locale of the process.
class NamesInUtf8 {
 public:
  NamesInUtf8() : locale_(::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)) {
    if (locale_ != nullptr) former_ = ::uselocale(locale_);
  }
  ~NamesInUtf8() {
    if (locale_ == nullptr) return;
    ::uselocale(former_);
    ::freelocale(locale_);
  }
  NamesInUtf8(const NamesInUtf8&) = delete;
  NamesInUtf8& operator=(const NamesInUtf8&) = delete;

 private:
  locale_t locale_;
  locale_t former_ = nullptr;
};

struct CloseFile {
  void operator()(std::FILE* file) const noexcept { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

/// All that an input holds, in a file without a name.
File spooled(Input& input) {
  File file(std::tmpfile());
  const auto fail = [&](const std::string& reason) { throw UnreadableFile(input.path(), reason); };
  if (!file) fail("no temporary file can be made");
  std::uint64_t bytes = 0;
  for (auto block = input.next_block(); !block.empty(); block = input.next_block()) {
    bytes += block.size();
    if (bytes > kMostSpooledBytes)
      throw Error(ErrorKind::data,
                  fmt::format("cannot read \"{}\": too large for a container within another", input.path()));
    if (std::fwrite(block.data(), 1, block.size(), file.get()) != block.size())
      fail("the temporary file cannot be written");
  }
  if (std::fflush(file.get()) != 0 || ::lseek(::fileno(file.get()), 0, SEEK_SET) != 0)
    fail("the temporary file cannot be written");
  return file;
}

/// An input's own bytes as a source.
class InputBytes final : public ByteSource {
 public:
  explicit InputBytes(Input& input) : input_(input) {}
  std::string_view next_block() override { return input_.next_block(); }

 private:
  Input& input_;
};

}  // namespace

std::optional<ContainerKind> container_kind(std::string_view start) {
  if (start.starts_with("PK\x03\x04") || start.starts_with("PK\x05\x06")) return ContainerKind::zip;
  if (start.starts_with("7z\xBC\xAF\x27\x1C")) return ContainerKind::seven_zip;
  if (is_tar(start)) return ContainerKind::tar;
  return std::nullopt;
}

struct ArchiveMembers::Impl {
  Impl(Input opened, ContainerKind container_kind)
      : input(std::move(opened)),
        kind(container_kind),
        bytes(input),
        plain(is_seekable() ? std::make_unique<FileBytes>(input.path()) : nullptr),
        feed(plain ? static_cast<ByteSource&>(*plain) : bytes, input.path()),
        reader(new_archive()) {
    archive* const raw = reader.get();
    if (kind == ContainerKind::tar) {
      archive_read_support_format_tar(raw);
      feed.require(feed.open(raw), raw);
      return;
    }
    kind == ContainerKind::zip ? archive_read_support_format_zip_seekable(raw)
                               : archive_read_support_format_7zip(raw);
    if (plain) {
      feed.require(feed.open(raw, plain.get()), raw);
      return;
    }
    file = spooled(input);
    feed.require(archive_read_open_fd(raw, ::fileno(file.get()), kBlockBytes), raw);
  }

  [[nodiscard]] bool is_seekable() const { return kind != ContainerKind::tar && input.is_plain_file(); }

  /// A 7z is undone as one stream: what is passed over must count as well.
  void pass_over() {
    if (entry == nullptr || kind != ContainerKind::seven_zip) return;
    while (!next_block().empty()) {
    }
  }

  std::string_view next_block() {
    const void* block = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    while (entry != nullptr && size == 0) {
      const int result = archive_read_data_block(reader.get(), &block, &size, &offset);
      if (result == ARCHIVE_EOF || result < ARCHIVE_WARN) entry = nullptr;
      feed.require(result, reader.get());
    }
    if (entry == nullptr) return {};
    input.limit().count(size, input.path());
    return {static_cast<const char*>(block), size};
  }

  Input input;
  ContainerKind kind;
  InputBytes bytes;
  std::unique_ptr<FileBytes> plain;  ///< a zip or 7z that lies on disk as it is
  ArchiveFeed feed;
  File file;
  ArchiveHandle reader;
  archive_entry* entry = nullptr;  ///< null where there is none, or it was read to its end
  std::uint64_t members = 0;
};

namespace {

std::string name_of(archive_entry* entry, std::uint64_t number) {
  if (const char* name = archive_entry_pathname_utf8(entry); name != nullptr && *name != '\0') return name;
  if (const char* name = archive_entry_pathname(entry); name != nullptr && *name != '\0') return name;
  return fmt::format("member {}", number);
}

}  // namespace

ArchiveMembers::ArchiveMembers(Input input, ContainerKind kind)
    : impl_(std::make_unique<Impl>(std::move(input), kind)) {}
ArchiveMembers::~ArchiveMembers() = default;

std::optional<ArchiveMembers::Member> ArchiveMembers::next() {
  const NamesInUtf8 names;
  archive* const reader = impl_->reader.get();
  while (true) {
    impl_->pass_over();
    const int result = archive_read_next_header(reader, &impl_->entry);
    if (result == ARCHIVE_EOF || result < ARCHIVE_WARN) impl_->entry = nullptr;
    impl_->feed.require(result, reader);
    if (result == ARCHIVE_EOF) return std::nullopt;
    if (++impl_->members > kMostMembers) {
      throw Error(ErrorKind::data, fmt::format("cannot read \"{}\" further: it has more than {} members",
                                               impl_->input.path(), kMostMembers));
    }
    if (archive_entry_filetype(impl_->entry) != AE_IFREG || archive_entry_hardlink(impl_->entry) != nullptr) {
      continue;
    }
    return Member{name_of(impl_->entry, impl_->members), archive_entry_is_encrypted(impl_->entry) != 0};
  }
}

std::unique_ptr<ByteSource> ArchiveMembers::content() {
  class MemberBytes final : public ByteSource {
   public:
    explicit MemberBytes(Impl& impl) : impl_(impl) {}
    std::string_view next_block() override { return impl_.next_block(); }

   private:
    Impl& impl_;
  };
  return std::make_unique<MemberBytes>(*impl_);
}

Input& ArchiveMembers::input() noexcept { return impl_->input; }

}  // namespace newsline
