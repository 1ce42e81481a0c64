// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/article/article.h"

/// Copies of articles as papers make them of a wire's, whose truth is known.
namespace newsline::stories {

enum class Kind {
  edited,     ///< one word in ten is left out, doubled or exchanged for one of another article
  truncated,  ///< the first half, up to the first nine tenths
  extended,   ///< 20 to 60 words of another article stand before, behind or within it
  retitled    ///< under the title of another article
};
inline constexpr std::array kKinds = {Kind::edited, Kind::truncated, Kind::extended, Kind::retitled};
[[nodiscard]] std::string_view name_of(Kind kind);

struct Planted {
  Article article;  ///< a day after its original
  Kind kind = Kind::edited;
  std::string original;  ///< id
};

/// Fewer words than these tell little of what they were taken from.
inline constexpr std::size_t kLeastWords = 50;

/// So many of each kind, of originals that differ and have kLeastWords at least; fewer where there are not
/// so many.
[[nodiscard]] std::vector<Planted> plant(const std::vector<Article>& articles, std::size_t of_each_kind,
                                         std::uint64_t seed);

/// Between blanks.
[[nodiscard]] std::vector<std::string> words_of(std::string_view text);

}  // namespace newsline::stories
