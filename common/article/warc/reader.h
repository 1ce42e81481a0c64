// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string_view>

#include "common/article/reader.h"

namespace newsline {

/// Reads the web pages in a web archive: WARC 1.0 and 1.1 (ISO 28500) and ARC, plain or compressed record by
/// record. Pages are the HTML of good answers and of resources, sent in chunks or not, coded as gzip, deflate
/// or br, in the charset that the answer or the page declares; each is read as html_reader() does. Its id is
/// the target URI; of several captures of one URI in a file the newest is the article. A date behind the
/// capture is no date of publication. All other records (requests, revisits, metadata, redirects, images) are
/// skipped and counted. Damaged records are rejections with their place, and the rest is read.
[[nodiscard]] std::unique_ptr<Reader> web_archive_reader(Input input, ReadContext context);

/// Whether a file that starts so, or has this name, is a web archive.
[[nodiscard]] bool is_web_archive(std::string_view start, std::string_view path);

}  // namespace newsline
