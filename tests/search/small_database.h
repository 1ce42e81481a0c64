// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/document/positions.h"
#include "common/index/schema.h"
#include "tests/index/glass/filled_archive.h"

namespace newsline {

/// Each document is a row of words, from position 1, of which the first are its title's; a capital K begins a
/// tag.
inline FilledArchive archive_of(const std::vector<std::vector<std::string>>& documents,
                                std::uint32_t title_words = 0) {
  return FilledArchive([&](Xapian::WritableDatabase& database) {
    for (const auto& words : documents) {
      Xapian::Document document;
      std::vector<std::string_view> terms;
      std::vector<std::uint64_t> hashes;
      std::vector<PlacedWord> occurrences;
      for (const std::string& each : words) {
        if (each.front() == 'K') {
          document.add_boolean_term(each);
          continue;
        }
        const auto place = std::ranges::find(terms, each);
        occurrences.push_back({static_cast<std::uint32_t>(place - terms.begin()),
                               static_cast<std::uint32_t>(occurrences.size() + 1)});
        if (place == terms.end()) {
          terms.push_back(each);
          hashes.push_back(position_hash(each));
        }
        document.add_term(each);
        if (occurrences.size() <= title_words) document.add_term(std::string(schema::prefix::kTitle) + each);
      }
      document.add_value(schema::slot::kPositions, positions_value(hashes, occurrences, title_words));
      database.add_document(document);
    }
  });
}

}  // namespace newsline
