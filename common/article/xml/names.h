// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace newsline::xml {

/// The vocabularies that readers tell apart. Everything that is a format of its own (RSS of any version,
/// Atom, NITF, NewsML) and everything without a namespace is `core`: its root says which it is.
enum class Space : unsigned char { core, content, dublin_core, itunes, media, prism, rdf, xhtml, other };

/// The vocabulary that a namespace's address means; `other` if none that is known.
[[nodiscard]] Space space_of_address(std::string_view address);

/// The vocabulary that a prefix means by custom, for files that do not declare it, or wrongly.
[[nodiscard]] Space space_of_prefix(std::string_view prefix);

/// ASCII letters in lower case: files differ in the case of names.
[[nodiscard]] std::string lower_case(std::string_view name);

}  // namespace newsline::xml
