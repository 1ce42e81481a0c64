// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "common/article/article.h"
#include "common/article/field/cleaning.h"
#include "common/article/origins.h"
#include "common/article/read_observer.h"

namespace newsline {

/// Takes the text of a page apart, as read_page() promises: title, date, counter, tags and body of what
/// mend() left. Linear in the page. An observer is told what became of each line.
[[nodiscard]] Article page_layout(std::string_view page, Cleaner& cleaner, Origins& origins,
                                  ReadObserver* observer = nullptr);

}  // namespace newsline
