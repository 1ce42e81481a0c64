// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "common/text/tokenizer.h"

namespace newsline {

/// Whether a word begins with a capital letter where only a name would: within a sentence, behind another
/// word and no more than blanks, hyphens, apostrophes and commas between them, or behind a title or an
/// initial with its full stop (`Mr. Smith`). `tokens` are those of `text`.
[[nodiscard]] bool stands_as_name(std::string_view text, std::span<const Token> tokens, std::size_t at);

/// Whether a form is of a script without capitals in which names are compared: any word may be a name there.
/// `form` is folded.
[[nodiscard]] bool is_caseless(std::string_view form);

}  // namespace newsline
