// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/article/html/metadata/facts.h"
#include "common/article/html/tree/document.h"

namespace newsline::html {

/// What the `<meta>` tags of a page say of its article: OpenGraph, `article:`, Dublin Core, Parsely, Twitter
/// and their lesser sisters. Names in any case, in `name`, `property` or `itemprop`, several of them in one
/// attribute; of the names for one field, the more precise wins, of its values the first. Linear.
[[nodiscard]] Facts meta_tag_facts(const Document& document);

}  // namespace newsline::html
