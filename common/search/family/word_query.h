// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/search/family/family.h"
#include "common/search/query/tree.h"
#include "common/search/scan/plan.h"

/// For the files of common/search only: this header mentions Xapian.
namespace newsline {

/// Words as the index is asked for them. One form: its family as one word (a synonym, so that all its forms
/// share one frequency), and a little more for those that are nearer. Several forms: a phrase, of their
/// families where they are not quoted; or, of a name whose other parts are short, the name alone as other
/// scripts write it.
[[nodiscard]] Plan words_plan(const Words& words, const Families& families);

}  // namespace newsline
