// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <simdjson.h>

#include <string>
#include <string_view>

namespace newsline {

/// A file of JSON, or a line of one, parsed; in UTF-8 first where it is in another charset, and mended where
/// the parser would refuse all of it for a few characters or a long number. Lives until the parser's next
/// call.
class JsonDocument {
 public:
  /// `charset` is that of a line, as charset_of_lines() says of the file; empty: to be told from the bytes.
  JsonDocument(simdjson::dom::parser& parser, std::string_view bytes, std::string_view charset = {});
  JsonDocument(const JsonDocument&) = delete;
  JsonDocument& operator=(const JsonDocument&) = delete;

  /// Why there is nothing; empty if there is something.
  [[nodiscard]] const std::string& reason() const noexcept { return reason_; }
  [[nodiscard]] simdjson::dom::element root() const noexcept { return root_; }
  [[nodiscard]] bool mended() const noexcept { return mended_; }

 private:
  simdjson::dom::element root_;
  std::string reason_;
  bool mended_ = false;
};

}  // namespace newsline
