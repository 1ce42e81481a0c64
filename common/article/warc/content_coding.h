// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

namespace newsline::web {

/// Why a body could not be decoded, as the end of a sentence.
struct CodingFault {
  std::string reason;
};

/// A body without its content codings (RFC 9110, 8.4.1), as `codings` lists them: gzip, x-gzip, deflate (with
/// zlib's header or without, as servers have it), br, identity; the last was applied last. A body that does
/// not begin as the coding would is taken as it is: archives store decoded bodies under the header as well.
/// Never gives more than `limit_bytes`.
[[nodiscard]] std::variant<std::string, CodingFault> decoded_content(std::string body,
                                                                     std::string_view codings,
                                                                     std::size_t limit_bytes);

}  // namespace newsline::web
