// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>

#include "common/search/snippet/wanted.h"
#include "common/text/tokenizer.h"
#include "tests/text/random_text.h"

namespace newsline::test {

/// Some words, phrases and beginnings of words of a text, and some that need not stand there.
[[nodiscard]] Wanted random_question(std::span<const Token> tokens, RandomText& random);

/// Whether the item stands at the first of `tokens`: the definition, without an index.
[[nodiscard]] bool stands(const Wanted::Item& item, std::span<const Token> tokens);

}  // namespace newsline::test
