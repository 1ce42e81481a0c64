// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace newsline {

/// The key in the index for a word or a folded name: the only place that makes one. A prefix of more than one
/// letter, and any prefix before a form that starts with a capital letter or a colon, is followed by `:`
/// (Omega's convention). A term that would be longer than schema::kMaxTermBytes is cut at a code point and
/// ends in a hash of the whole, so that long forms still differ.
[[nodiscard]] std::string make_term(std::string_view prefix, std::string_view form);

/// The form of a term that was made with this prefix and not cut.
[[nodiscard]] std::string_view form_of_term(std::string_view prefix, std::string_view term);

/// `form`, or where it is longer than `limit_bytes` (at least 40) its beginning, up to a code point, and a
/// hash of the whole.
[[nodiscard]] std::string bounded_form(std::string_view form, std::size_t limit_bytes);

/// The two terms of a definition (kAcronym, kLongForm); none if one of them would have to be cut.
[[nodiscard]] std::vector<std::string> definition_terms(std::string_view acronym, std::string_view long_form);

/// `D20240312`, `M202403`, `Y2024`.
[[nodiscard]] std::string day_term(std::chrono::sys_days day);
[[nodiscard]] std::string month_term(std::chrono::year_month month);
[[nodiscard]] std::string year_term(std::chrono::year year);

}  // namespace newsline
