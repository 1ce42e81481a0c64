// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include "common/index/document/postings.h"

namespace newsline {

/// The terms and values that a document has in an index.
inline Postings held_by(const Xapian::Document& document) {
  Postings held;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term)
    held.terms.push_back({*term, term.get_wdf()});
  for (auto value = document.values_begin(); value != document.values_end(); ++value)
    held.values.emplace_back(value.get_valueno(), *value);
  return held;
}

}  // namespace newsline
