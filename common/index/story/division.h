// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "common/index/files/scratch_file.h"
#include "common/index/files/sorted_records.h"

namespace newsline {

/// Divides texts that are joined by copies into stories. The first and all copies of it and theirs are a
/// story; of the rest again the first, and so on. So a text that drifts from copy to copy does not take
/// unlike ones into one story. Texts go by their places: in the order of their first articles, by date, then
/// id. The copies of the first are sought among the next kMostCompared that are left: where ten thousands are
/// joined, that costs no square, and links say what stands further away.
class StoryDivision {
 public:
  static constexpr std::size_t kMostCompared = 1000;

  explicit StoryDivision(Scratch scratch) : scratch_(std::move(scratch)) {}

  /// Says that these two are copies; the same may be said again.
  void link(std::uint32_t one, std::uint32_t other);

  /// For each of so many texts the place of the first of its story. Begins anew. Memory: eight bytes a text,
  /// and what the scratch gives for links. Cost: that of reading each link once, and for each story that of
  /// kMostCompared comparisons at most.
  [[nodiscard]] std::vector<std::uint32_t> divide(
      std::uint32_t texts, const std::function<std::string_view(std::uint32_t text)>& signature_of);

 private:
  using Link = std::pair<std::uint32_t, std::uint32_t>;

  void put_links_elsewhere();
  void sort_links(std::uint32_t texts);
  void write_links(std::uint32_t texts);
  template <typename Each>
  void for_each_link_of(std::uint32_t text, Each each);

  Scratch scratch_;
  std::vector<Link> links_;
  std::vector<std::uint32_t> ends_;  ///< by text, of its part of beside_
  std::vector<std::uint32_t> beside_;

  // Where there are too many for that:
  std::optional<SortedRecords> records_;  ///< links in both directions
  std::optional<ScratchFile> file_;       ///< the same, ascending
  std::vector<std::uint64_t> begins_;     ///< there, of some texts each
};

}  // namespace newsline
