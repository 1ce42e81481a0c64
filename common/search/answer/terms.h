// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/glass/snapshot.h"
#include "common/search/query/tree.h"

/// Which keys of the index the leaves of a question name. For the files of common/search only: this header
/// mentions Xapian.
namespace newsline {

/// The term of a word in this field.
[[nodiscard]] std::string word_term(WordField field, std::string_view form);

/// The reverse, of a term that was not cut.
[[nodiscard]] std::string_view word_of_term(WordField field, std::string_view term);

/// The term of a name.
[[nodiscard]] std::string name_term(const Named& named);

/// The one term that says the same as a range: of a day, a whole month or a whole year.
[[nodiscard]] std::optional<std::string> period_term(const DayRange& range);

/// The terms of the index that begin so, in byte order. Throws Error{usage} if there are more than
/// kMaxExpansion (archive.h), or if the stem is so long that the index keeps such words under a hash.
[[nodiscard]] std::vector<std::string> terms_with_prefix(const Prefix& prefix, const Snapshot& database);

}  // namespace newsline
