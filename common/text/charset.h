// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "common/text/utf8.h"

namespace newsline {

/// Bytes in a declared charset as text that is safe to keep, as mend() makes it. `label` is a charset's name
/// as pages, feeds and HTTP headers write it, in any case; names are understood as browsers do (WHATWG
/// Encoding: `iso-8859-1` means windows-1252, `gb2312` gb18030, a declared `utf-16` means UTF-8). A label
/// that is unknown or empty counts as UTF-8. ARMSCII-8 is known beside ICU's charsets. Bytes that the charset
/// does not have become U+FFFD and are counted. Linear. Threads: any. Precondition: at most 256 MiB.
[[nodiscard]] MendedText decode(std::string_view bytes, std::string_view label);

/// Whether decode() knows a charset by this label, one other than UTF-8.
[[nodiscard]] bool is_legacy_charset(std::string_view label);

}  // namespace newsline
