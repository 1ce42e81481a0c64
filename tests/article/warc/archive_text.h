// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace newsline::test {

/// A record of a WARC.
inline std::string warc_record(std::string_view type, std::string_view uri, std::string_view block,
                               std::string_view date = "2024-03-12T09:30:00Z") {
  return fmt::format(
      "WARC/1.0\r\nWARC-Type: {}\r\nWARC-Target-URI: {}\r\nWARC-Date: {}\r\n"
      "Content-Type: application/http; msgtype={}\r\nContent-Length: {}\r\n\r\n{}\r\n\r\n",
      type, uri, date, type, block.size(), block);
}

/// An answer with a page, with these lines in its head.
inline std::string answer(std::string_view body, std::string_view head = "Content-Type: text/html\r\n") {
  return fmt::format("HTTP/1.1 200 OK\r\n{}\r\n{}", head, body);
}

/// A page of this title.
inline std::string page(std::string_view title) {
  return fmt::format("<title>{}</title><p>The council has voted for the repair of the bridge.</p>", title);
}

}  // namespace newsline::test
