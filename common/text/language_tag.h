// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace newsline {

/// A language as it was written, as a tag of BCP 47 in lower case with the shortest code of its language:
/// `pt_BR` is pt-br, `eng` is en. A language's name, in English or in itself, is its code: `English` and
/// `français` are en and fr (names of ICU). Empty for everything else. The first name costs some
/// milliseconds, each a microsecond. Threads: any.
[[nodiscard]] std::string language_tag(std::string_view written);

}  // namespace newsline
