// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/render/harmless_json.h"

#include <fmt/format.h>

#include <string_view>

#include "common/text/printable.h"
#include "common/text/utf8.h"

namespace newsline {
namespace {

/// Of one code point of up to three bytes: all that printable() leaves out are of the basic plane.
unsigned code_point(std::string_view bytes) {
  const auto byte = [&](std::size_t i) {
    return static_cast<unsigned>(static_cast<unsigned char>(bytes[i]));
  };
  if (bytes.size() == 1) return byte(0);
  if (bytes.size() == 2) return (byte(0) & 0x1FU) << 6U | (byte(1) & 0x3FU);
  return (byte(0) & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
}

}  // namespace

std::string harmless_json(std::string json) {
  if (printable(json) == json) return json;
  std::string harmless;
  for (std::string_view rest = json; !rest.empty();) {
    std::size_t length = 1;
    while (length < rest.size() && utf8_floor(rest, length) != length) ++length;
    const std::string_view bytes = rest.substr(0, length);
    if (printable(bytes).empty()) {
      harmless += fmt::format("\\u{:04x}", code_point(bytes));
    } else {
      harmless += bytes;
    }
    rest.remove_prefix(length);
  }
  return harmless;
}

}  // namespace newsline
