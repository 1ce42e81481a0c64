// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include "common/index/document/numbered_names.h"
#include "common/index/document/postings.h"
#include "common/index/glass/snapshot.h"

namespace newsline {

/// The terms and values that a document has in an index; numbers of names are the names.
inline Postings held_by(const Xapian::Document& document, const Snapshot& database) {
  Postings held;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term)
    held.terms.push_back({*term, term.get_wdf()});
  for (auto value = document.values_begin(); value != document.values_end(); ++value) {
    const Xapian::valueno slot = value.get_valueno();
    const std::string stored = *value;
    held.values.emplace_back(
        slot, is_numbered(slot) ? NumberedNames(slot, database).names_of(stored) : std::string_view(stored));
  }
  return held;
}

}  // namespace newsline
