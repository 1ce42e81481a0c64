// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <simdjson.h>

#include <string>
#include <string_view>

namespace newsline {

/// A parsed line of JSON Lines, mended where the parser would refuse all of it for a few characters or a long
/// number. Lives as long as the parser's next call.
class JsonLine {
 public:
  JsonLine(simdjson::dom::parser& parser, std::string_view line);
  JsonLine(const JsonLine&) = delete;
  JsonLine& operator=(const JsonLine&) = delete;

  /// Why there is no record; empty if there is one.
  [[nodiscard]] const std::string& reason() const noexcept { return reason_; }
  [[nodiscard]] simdjson::dom::object record() const noexcept { return record_; }
  [[nodiscard]] bool mended() const noexcept { return mended_; }

  /// What was parsed in the end.
  [[nodiscard]] std::string_view text() const noexcept { return text_; }

 private:
  simdjson::error_code parse(simdjson::dom::parser& parser);
  simdjson::error_code parse_changed(simdjson::dom::parser& parser, std::string changed);

  std::string changed_;
  std::string_view text_;
  simdjson::dom::object record_;
  std::string reason_;
  bool mended_ = false;
};

}  // namespace newsline
