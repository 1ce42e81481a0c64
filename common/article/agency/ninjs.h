// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "common/article/reader.h"

namespace newsline {

/// Reads news items in ninjs (iptc.org/standards/ninjs, 1.x to 3.x): a file of one item, of an array of them,
/// or of one a line. Fields are those that agency_reader() has, from what ninjs calls uri, headline, byline,
/// versioncreated and so on, in the spelling of each version: `headline_main`, `headlines` with roles,
/// `body_xhtml`, `bodies` with content types. Of several bodies one with markup counts first. Subjects,
/// people, organisations, places, events and objects are tags by their names. Items that are associated with
/// an item, and its renditions, are passed over. A file or line that is not JSON is rejected.
[[nodiscard]] std::unique_ptr<Reader> ninjs_reader(Input input, ReadContext context);

/// All of it without files, for tests and fuzzing: one item or an array of them.
[[nodiscard]] std::vector<Reading> read_ninjs(std::string_view bytes, const ReadContext& context);

/// Whether a file that starts like this is ninjs: an object, or an array of them, with a `uri` and a name
/// that only ninjs gives, or one that says so.
[[nodiscard]] bool is_ninjs(std::string_view start);

}  // namespace newsline
