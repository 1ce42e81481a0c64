// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/article/xml/tree.h"

namespace newsline::feed {

/// What a feed says of itself and its entries inherit.
struct FeedFacts {
  std::string title;
  std::string language;
  std::string home;  ///< the page that the feed is of: the base of addresses where nothing else says one
  std::vector<std::string> authors;  ///< Atom's, of entries that name none (RFC 4287, 4.2.1)
};

/// Takes what an element beside the entries says; of several, the first counts.
void note_fact(const xml::Tree& element, FeedFacts& facts);

/// The names of the people in elements like `author`, below a node: Atom's and iTunes', RSS's with addresses
/// (`a@example.org (Ana Sousa)`), Dublin Core's. A person without a name is known by the address.
[[nodiscard]] std::vector<std::string> authors_of(const xml::Tree& tree, xml::NodeIndex of);

/// The address in a `link` element or several: the page that an entry or a feed is of; resolved, empty where
/// there is none.
[[nodiscard]] std::string page_of(const xml::Tree& tree, const std::vector<xml::NodeIndex>& links,
                                  std::string_view home);

}  // namespace newsline::feed
