// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "common/index/files/scratch_database.h"
#include "common/index/files/scratch_file.h"
#include "common/index/furniture/line_counts.h"

/// For the files of common/index only: this header mentions Xapian.
namespace newsline {

/// The furniture of a source whose articles change.
struct TouchedSource {
  LineCounts counts{};
  bool is_counted = true;          ///< else the articles are to be counted anew
  FurnitureLines furniture{};      ///< by which articles are cut now
  std::uint64_t next_lesson = 0;   ///< from so many articles on it is to be learned again
  Xapian::docid unsure_until = 0;  ///< up to this document, some may have been cut otherwise
};

/// Sources by their terms: in memory as long as they fit there, else in a scratch database, and back when
/// they are asked for. Memory: two lists of the scratch.
class TouchedSources {
 public:
  explicit TouchedSources(Scratch scratch) : scratch_(std::move(scratch)) {}

  /// Until another is sought or put: null where there is none.
  [[nodiscard]] TouchedSource* find(const std::string& term);
  TouchedSource& put(const std::string& term, TouchedSource source);

  /// Calls `each(term, source)` for all, ascending by term; afterwards there is none.
  template <typename Each>
  void take_all(Each each) {
    if (elsewhere_) {
      put_elsewhere();
      for (auto term = (*elsewhere_)->metadata_keys_begin(); term != (*elsewhere_)->metadata_keys_end();
           ++term) {
        TouchedSource source = unpacked((*elsewhere_)->get_metadata(*term));
        each(*term, source);
      }
    } else {
      for (auto& [term, kept] : sources_) each(term, kept.source);
    }
    sources_.clear();
    elsewhere_.reset();
    last_ = nullptr;
    bytes_ = 0;
  }

 private:
  struct Kept {
    TouchedSource source;
    std::size_t bytes = 0;  ///< that were counted
  };

  static TouchedSource unpacked(std::string_view bytes);
  TouchedSource& given_out(Kept& kept);
  void put_elsewhere();

  Scratch scratch_;
  std::map<std::string, Kept> sources_;
  Kept* last_ = nullptr;   ///< that was given out, and may have grown
  std::size_t bytes_ = 0;  ///< of all
  std::unique_ptr<ScratchDatabase> elsewhere_;
};

}  // namespace newsline
