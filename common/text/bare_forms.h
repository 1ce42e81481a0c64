// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace newsline {

/// How a form is typed by those who leave its accents out: without the marks of Latin, Greek and Cyrillic
/// letters (`é` is e, `ё` е; `й` stays, a letter of its own), with plain letters for `ı`, `ə`, `ø`, `ł`, `đ`,
/// `æ` and their like, with one alef, heh and yeh for those of Arabic writing (`أ`, `ة`, `ى`). Where there
/// are two customs, both: `ü` is u and ue, `ə` e and a. None where the form is that already; never the form
/// itself, never empty, ascending. `form` is folded. Some microseconds. Threads: any.
[[nodiscard]] std::vector<std::string> bare_forms(std::string_view form);

}  // namespace newsline
