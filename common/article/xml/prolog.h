// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "common/text/charset/recognition.h"
#include "common/text/utf8.h"

namespace newsline::xml {

/// The bytes of an XML file as text: in the charset that its first bytes (a byte order mark, or `<` in
/// UTF-16 or UTF-32) or its declaration tell, else in the one that recognize() finds; valid UTF-8 is UTF-8
/// whatever the declaration says, unless that names a charset in which escapes are ASCII.
[[nodiscard]] MendedText decoded(std::string_view bytes);

/// In which charset decoded() takes the bytes, and what says so.
[[nodiscard]] CharsetFinding charset_of(std::string_view bytes);

/// The name of the first element, without prefix and in lower case, of a file that starts like this; empty
/// where something else than XML's prolog stands before it.
[[nodiscard]] std::string root_name(std::string_view start);

}  // namespace newsline::xml
