// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <string>

#include "common/index/glass/snapshot.h"
#include "common/search/page.h"

/// For the files of common/search only: this header mentions Xapian.
namespace newsline {

/// The stages behind an answer, one a line, each behind its name and a colon: the tree, how Xapian is asked
/// (and how again, if that finds nothing), and in how many articles each word and name of the question
/// stands.
[[nodiscard]] std::string explain(const Request& request, const Snapshot& database);

}  // namespace newsline
