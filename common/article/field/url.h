// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace newsline {

/// Whether an address begins with a scheme, `http:` or any other.
[[nodiscard]] bool is_absolute_url(std::string_view address);

/// What an address means beside `base` (RFC 3986, 5.2). Where there is no absolute base, and where the
/// address is absolute itself, it stays as it is but for blanks at its ends.
[[nodiscard]] std::string resolved_url(std::string_view base, std::string_view address);

}  // namespace newsline
