// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "common/index/furniture/touched_sources.h"
#include "common/index/packing/stored_texts.h"

/// For the files of common/index only: this header mentions Xapian.
namespace newsline {

/// Keeps the furniture of all sources right while their articles change: which lines it is, and how much of
/// each article is therefore not searched. Both follow from the articles alone, so that runs in any order and
/// a rebuild end alike (tests/index/refresh/update_law_test.cpp, tests/index/furniture).
///
/// Between two commits articles are cut by what was known before; where that turns out to have changed, those
/// of the source are looked at again.
class FurnitureKeeper {
 public:
  using Recut = std::pair<Xapian::docid, EdgeCut>;

  /// `database` must outlive it. Memory: that of TouchedSources.
  FurnitureKeeper(const Xapian::WritableDatabase& database, Scratch scratch)
      : database_(database), sources_(std::move(scratch)) {}

  /// What is to be left out of a text.
  [[nodiscard]] EdgeCut cut_of(const TextEdges& edges);

  /// An article comes that was cut so; before it is in the database.
  void come(const TextEdges& edges, EdgeCut cut);
  /// A document goes, or changes; while it is in the database.
  void go(const Xapian::Document& document);

  /// An article comes as the next document of a database that is built elsewhere and is still empty here:
  /// what is to be left out of it. Nothing is settled until absorbed().
  [[nodiscard]] EdgeCut announce(const TextEdges& edges);
  void absorbed() { announced_ = 0; }

  /// Writes what has changed, and begins anew. The documents that are to be cut otherwise than they are.
  /// Cost: the articles of the sources in which other lines are furniture now.
  [[nodiscard]] std::vector<Recut> settle(Xapian::WritableDatabase& database);

 private:
  TouchedSource& source(const std::string& term);
  [[nodiscard]] TouchedSource loaded(const std::string& term) const;
  static void count(TouchedSource& source, const TextEdges& edges, Xapian::docid unsure_until);
  void settle(const std::string& term, TouchedSource& source, Xapian::WritableDatabase& database,
              std::vector<Recut>& recuts) const;

  const Xapian::WritableDatabase& database_;
  StoredTexts texts_{database_};
  TouchedSources sources_;
  Xapian::docid announced_ = 0;
};

}  // namespace newsline
