// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <simdjson.h>

#include <cstdint>
#include <string_view>

#include "common/article/reader.h"

namespace newsline {

/// Makes articles of lines of JSON. Keeps its memory from line to line: as much as the longest line took. One
/// object a thread.
class JsonRecordParser {
 public:
  [[nodiscard]] Reading read(std::string_view line, std::uint64_t number, const ReadContext& context);

 private:
  simdjson::dom::parser parser_;
};

}  // namespace newsline
