// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/glass/snapshot.h"
#include "common/search/page.h"

/// What the articles say that acronyms stand for, read from the terms of their definitions: an article that
/// goes takes its evidence with it. For the files of common/search only: this header mentions Xapian.
namespace newsline {

/// What an acronym stands for.
struct Meaning {
  std::string acronym;                 ///< folded
  std::vector<std::string> long_form;  ///< folded words, two or more
  std::uint64_t articles = 0;          ///< that say so
};

/// The meanings of an acronym, most evidence first, then in byte order. Costs a walk over them.
[[nodiscard]] std::vector<Meaning> meanings_of(std::string_view acronym, const Snapshot& database);

/// The long forms with which `words` begin, the longest first, then most evidence first. A word may be
/// inflected: of two spellings with four letters or more in common at their beginnings, three fifths of the
/// longer one, at most three may follow in each. Costs a walk over the long forms whose first word begins
/// alike.
[[nodiscard]] std::vector<Meaning> long_forms_at(std::span<const std::string> words,
                                                 const Snapshot& database);

/// Whether the words differ at most as inflections of one do.
[[nodiscard]] bool may_be_inflected(std::string_view a, std::string_view b);

/// As Archive::acronyms().
[[nodiscard]] std::vector<KnownAcronym> known_acronyms(std::span<const std::string> forms,
                                                       const Snapshot& database);

}  // namespace newsline
