// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace newsline::web {

/// Names in lower case and values of a header, in their order; folded lines are joined.
class Headers {
 public:
  /// Of lines up to a blank one or the end; lines without a colon are left out.
  explicit Headers(std::string_view lines);

  /// The first value under a name in lower case; empty if there is none.
  [[nodiscard]] std::string_view find(std::string_view name) const;

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

/// Where the text behind the first blank line begins, lines ending in LF or CRLF; npos if there is none.
[[nodiscard]] std::size_t behind_blank_line(std::string_view text);

/// `text/html` of `Text/HTML; charset=x`.
[[nodiscard]] std::string media_type(std::string_view content_type);

/// `x` of `text/html; Charset="x"`; empty if none is said.
[[nodiscard]] std::string charset_parameter(std::string_view content_type);

/// An answer of HTTP/0.9 to 2 as archives store it.
struct HttpAnswer {
  int status = 0;
  Headers headers{""};
  std::string_view body;  ///< as it was sent
};

/// Takes an answer apart; a block that does not begin as one is a body with status 200.
[[nodiscard]] HttpAnswer http_answer(std::string_view block);

/// A body without the chunks in which it was sent (RFC 9112, 7.1). What is no chunk stays as it is: crawlers
/// store bodies without chunks under the header that announces them.
[[nodiscard]] std::string without_chunks(std::string_view body);

}  // namespace newsline::web
