// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace newsline::glass {

/// What was deflated without a header. Throws Xapian::DatabaseCorruptError where it is damaged, or longer
/// than any entry that can be stored.
[[nodiscard]] std::string inflated(std::string_view deflated);

}  // namespace newsline::glass
