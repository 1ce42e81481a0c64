// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include "common/search/family/family.h"
#include "common/search/query/tree.h"

/// For the files of common/search only: this header mentions Xapian.
namespace newsline {

/// Words as Xapian is asked for them. One form: its family as one word (OP_SYNONYM, so that all its forms
/// share one frequency), and a little more for those that are nearer. Several forms: a phrase, of their
/// families where they are not quoted; or, of a name whose other parts are short, the name alone as other
/// scripts write it.
[[nodiscard]] Xapian::Query words_query(const Words& words, const Families& families);

}  // namespace newsline
