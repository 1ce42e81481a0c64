// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

#include "common/text/token_list.h"

namespace newsline {

/// Appends the words of a line of ASCII: the same that ICU's boundaries and our rules give (a test proves
/// it), without ICU. `lowered` is the line in lower case and outlives the tokens; `offset` is where the line
/// begins in the text.
void append_ascii_words(std::string_view line, std::string_view lowered, std::size_t offset,
                        TokenList& tokens);

[[nodiscard]] bool is_ascii(std::string_view text);

/// Copies `text` with A to Z in lower case; other bytes stay.
void lower_ascii(std::string_view text, char* out);

}  // namespace newsline
