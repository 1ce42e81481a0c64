// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "common/article/article.h"

namespace newsline {

/// A line of an article that an index leaves out, and of how many articles it stands at an edge.
struct LearnedLine {
  std::string text;
  std::uint64_t articles = 0;
};

/// What an index has learned of the source of an article.
struct LearnedLines {
  std::string source;          ///< the host, or the name of the source, folded
  std::uint64_t articles = 0;  ///< that it has of this source
  std::vector<LearnedLine> lines;
};

/// Tells people which lines of articles an index takes for furniture.
class LearnedFurniture {
 public:
  /// Throws Error as open_for_reading(), and so do the others; Error{busy} where a run overtakes it.
  explicit LearnedFurniture(const std::string& index);
  ~LearnedFurniture();
  LearnedFurniture(LearnedFurniture&&) noexcept;
  LearnedFurniture& operator=(LearnedFurniture&&) noexcept;

  /// How the index reads a file: the name of the source to which it belongs, and the format that was said for
  /// it. Both empty where it belongs to none.
  struct Reading {
    std::string source;
    std::string as;
  };
  [[nodiscard]] Reading reading_of(const std::string& path) const;

  /// The lines that would be left out of an article, in their order. Those of each source are counted once,
  /// which reads all of its articles.
  [[nodiscard]] LearnedLines lines_of(const Article& article);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace newsline
