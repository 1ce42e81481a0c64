// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace newsline::html {

/// The label of the charset in which a page is written: `utf-8` where its bytes are valid UTF-8, else what
/// the first `<meta charset>` or `<meta http-equiv>` of its start (WHATWG HTML, 13.2.3.2; 4 KiB here) or its
/// XML declaration says; empty where nothing does. Linear.
[[nodiscard]] std::string_view declared_charset(std::string_view page);

}  // namespace newsline::html
