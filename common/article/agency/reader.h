// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "common/article/reader.h"

namespace newsline {

/// Reads the news items of an agency, one article each: NITF 3, NewsML-G2 (newsItem, packageItem, and
/// newsMessage that holds many) and NewsML 1, in any charset, broken as xml/records.h forgives it.
///
/// | field | from |
/// |---|---|
/// | id | guid, NewsIdentifier without its revision, doc-id with its register |
/// | title | headline, hl1; else the title of the item |
/// | published | first created, else content created, else version created; date.issue |
/// | authors | by, byline; else creator |
/// | tags | the names of subjects (those without one, of IPTC's 17 broadest topics), and keywords |
/// | source | provider, distributor, publisher; section: service, tobject.type |
/// | summary | description, abstract |
/// | wire | slugline, dateline, codes of subjects, urgency, version, embargo, withdrawal
/// (common/article/wire.h) |
///
/// An item under an embargo is an article that search hides until then; an embargo without a time hides it
/// for good. An item whose status is canceled or withheld, or whose signal is kill, is an article that is
/// empty but for its id and takes the place of the one before. Of versions of an item in one file the highest
/// counts, wherever it stands. Items of other kinds (concepts, events, planning, catalogues) and items
/// without headline and text are rejected; packages without any are passed over, since they only list others.
[[nodiscard]] std::unique_ptr<Reader> agency_reader(Input input, ReadContext context);

/// All of it without files, for tests and fuzzing.
[[nodiscard]] std::vector<Reading> read_agency(std::string_view bytes, const ReadContext& context);

/// Whether a file that starts like this is such a file: by the name of its first element.
[[nodiscard]] bool is_agency(std::string_view start);

/// A file that is larger is rejected.
inline constexpr std::size_t kMaxAgencyBytes = 128u << 20;

}  // namespace newsline
