// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/article/container/packing.h"

#include <archive.h>
#include <archive_entry.h>

#include <clocale>
#include <cstdlib>
#include <memory>
#include <stdexcept>

#include "tests/support/temporary_folder.h"

namespace newsline::test {
namespace {

struct FreeWriter {
  void operator()(archive* writer) const noexcept { archive_write_free(writer); }
};
using Writer = std::unique_ptr<archive, FreeWriter>;

void require(int result, archive* writer) {
  if (result != ARCHIVE_OK) throw std::runtime_error(archive_error_string(writer));
}

void write(archive* writer, const Packed& file) {
  const std::unique_ptr<archive_entry, void (*)(archive_entry*)> entry(archive_entry_new(),
                                                                       archive_entry_free);
  archive_entry_set_pathname(entry.get(), file.name.c_str());
  archive_entry_set_perm(entry.get(), 0644);
  if (file.link_to.empty()) {
    archive_entry_set_filetype(entry.get(), file.name.ends_with('/') ? AE_IFDIR : AE_IFREG);
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(file.bytes.size()));
  } else {
    archive_entry_set_filetype(entry.get(), AE_IFLNK);
    archive_entry_set_symlink(entry.get(), file.link_to.c_str());
  }
  require(archive_write_header(writer, entry.get()), writer);
  if (!file.bytes.empty() && archive_write_data(writer, file.bytes.data(), file.bytes.size()) < 0)
    require(ARCHIVE_FATAL, writer);
}

/// libarchive's writer takes names in the locale of the thread.
class NamesInUtf8 {
 public:
  NamesInUtf8() : locale_(::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)), former_(::uselocale(locale_)) {}
  ~NamesInUtf8() {
    ::uselocale(former_);
    ::freelocale(locale_);
  }
  NamesInUtf8(const NamesInUtf8&) = delete;
  NamesInUtf8& operator=(const NamesInUtf8&) = delete;

 private:
  locale_t locale_;
  locale_t former_;
};

std::string written(const Writer& writer, const std::vector<Packed>& files) {
  const NamesInUtf8 names;
  const TemporaryFolder folder;
  const std::string path = folder / "packed";
  require(archive_write_open_filename(writer.get(), path.c_str()), writer.get());
  for (const Packed& file : files) write(writer.get(), file);
  require(archive_write_close(writer.get()), writer.get());
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

std::string packed(const std::vector<Packed>& files, std::string_view kind, const std::string& passphrase) {
  const Writer writer(archive_write_new());
  if (kind == "tar") require(archive_write_set_format_pax_restricted(writer.get()), writer.get());
  if (kind == "zip") require(archive_write_set_format_zip(writer.get()), writer.get());
  if (kind == "7z") require(archive_write_set_format_7zip(writer.get()), writer.get());
  if (!passphrase.empty()) {
    require(archive_write_set_options(writer.get(), "zip:encryption=aes256"), writer.get());
    require(archive_write_set_passphrase(writer.get(), passphrase.c_str()), writer.get());
  }
  return written(writer, files);
}

std::string compressed(std::string_view bytes, std::string_view kind) {
  const Writer writer(archive_write_new());
  require(archive_write_set_format_raw(writer.get()), writer.get());
  if (kind == "gz") require(archive_write_add_filter_gzip(writer.get()), writer.get());
  if (kind == "zst") require(archive_write_add_filter_zstd(writer.get()), writer.get());
  if (kind == "xz") require(archive_write_add_filter_xz(writer.get()), writer.get());
  if (kind == "bz2") require(archive_write_add_filter_bzip2(writer.get()), writer.get());
  if (kind == "lz4") require(archive_write_add_filter_lz4(writer.get()), writer.get());
  return written(writer, {{"data", std::string(bytes)}});
}

}  // namespace newsline::test
