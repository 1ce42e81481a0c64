// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "common/search/page.h"

namespace newsline {

/// How surprising it is that `here` of `articles_here` have something that `in_archive` of `articles` have;
/// the former are among the latter.
[[nodiscard]] Surprise surprise(std::uint64_t here, std::uint64_t articles_here, std::uint64_t in_archive,
                                std::uint64_t articles);

/// Keeps of `counts`, made over `articles_here`, what is more frequent there than in the rest of the archive,
/// the most surprising first (ties: as they came), and notes how much. `archive` has the counts over all
/// `articles`; names are compared after fold().
void keep_surprising(std::vector<FacetCount>& counts, std::uint64_t articles_here,
                     const std::vector<FacetCount>& archive, std::uint64_t articles);

}  // namespace newsline
