// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "common/index/document/name_numbers.h"
#include "common/index/document/postings.h"
#include "common/index/packing/packed_text.h"

/// For the files of common/index only: this header mentions Xapian.
namespace newsline {

/// The term that says that a file, given by its key, holds a record of the article.
[[nodiscard]] std::string claim_term(const std::string& file_key);

/// The document of an article that these files hold, as it is stored. It must be storable, and stays in one
/// thread.
[[nodiscard]] Xapian::Document document_of(const Postings& postings, const std::vector<std::string>& claims,
                                           NameNumbers& names, TextPacker& packer);

/// Makes a document that was just read from a database into that: of its terms those are touched that change.
/// Where it is written anew instead, Xapian 1.4 notes for each term that it has no positions, and keeps these
/// notes in memory.
void change_document(Xapian::Document& document, const Postings& postings,
                     const std::vector<std::string>& claims, NameNumbers& names, TextPacker& packer);

/// Whether Xapian can hold it. What it cannot hold must not reach it: it would drop the whole batch.
[[nodiscard]] bool is_storable(const Postings& postings);

}  // namespace newsline
