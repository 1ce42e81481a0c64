// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/article/compression.h"

#include <archive.h>
#include <archive_entry.h>

#include <memory>
#include <stdexcept>

namespace newsline::test {
namespace {

using Filter = int (*)(archive*);

Filter filter_of(Compression kind) {
  switch (kind) {
    case Compression::gz:
      return archive_write_add_filter_gzip;
    case Compression::zst:
      return archive_write_add_filter_zstd;
    case Compression::xz:
      return archive_write_add_filter_xz;
    case Compression::bz2:
      return archive_write_add_filter_bzip2;
  }
  throw std::logic_error("no such compression");
}

void require(int result, archive* writer) {
  if (result != ARCHIVE_OK) throw std::runtime_error(archive_error_string(writer));
}

}  // namespace

std::string compressed(std::string_view bytes, Compression kind) {
  struct Free {
    void operator()(archive* writer) const noexcept { archive_write_free(writer); }
    void operator()(archive_entry* entry) const noexcept { archive_entry_free(entry); }
  };
  const std::unique_ptr<archive, Free> writer(archive_write_new());
  const std::unique_ptr<archive_entry, Free> entry(archive_entry_new());
  std::string written(bytes.size() + (64u << 10), '\0');
  std::size_t used = 0;
  require(filter_of(kind)(writer.get()), writer.get());
  require(archive_write_set_format_raw(writer.get()), writer.get());
  require(archive_write_set_bytes_in_last_block(writer.get(), 1), writer.get());
  require(archive_write_open_memory(writer.get(), written.data(), written.size(), &used), writer.get());
  archive_entry_set_filetype(entry.get(), AE_IFREG);
  require(archive_write_header(writer.get(), entry.get()), writer.get());
  if (archive_write_data(writer.get(), bytes.data(), bytes.size()) < 0) {
    throw std::runtime_error(archive_error_string(writer.get()));
  }
  require(archive_write_close(writer.get()), writer.get());
  written.resize(used);
  return written;
}

}  // namespace newsline::test
