// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "common/article/reader.h"

namespace newsline::test {

/// The first promise of article.h or reader.h that a reading breaks, in words; empty where it keeps all.
[[nodiscard]] std::string broken_promise(const Article& article);
[[nodiscard]] std::string broken_promise(const Reading& reading);

}  // namespace newsline::test
