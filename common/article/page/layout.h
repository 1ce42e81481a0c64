// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "common/article/article.h"
#include "common/article/field/cleaning.h"

namespace newsline {

/// Takes the text of a page apart, as read_page() promises: title, date, counter, tags and body of what
/// mend() left. Linear in the page.
[[nodiscard]] Article page_layout(std::string_view page, Cleaner& cleaner);

}  // namespace newsline
