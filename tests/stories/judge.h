// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/article/article.h"
#include "tests/stories/planted.h"

namespace newsline::stories {

/// An index of articles and of copies planted among them, beside what is known of these.
/// Prints for each kind how many copies stand in one story with their originals, and how many of the articles
/// that stand in stories belong there by all of their words.
void judge(const std::string& index, const std::vector<Article>& articles,
           const std::vector<Planted>& planted);

}  // namespace newsline::stories
