// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/xml/names.h"

#include <algorithm>
#include <array>

namespace newsline::xml {
namespace {

struct Known {
  std::string_view text;
  Space space;
};

/// In lower case; an address counts that begins with one of these.
constexpr std::array kAddresses{
    Known{"http://www.w3.org/2005/atom", Space::core},
    Known{"http://purl.org/atom/ns", Space::core},
    Known{"http://purl.org/rss/1.0/modules/content", Space::content},
    Known{"http://purl.org/rss/1.0/modules/", Space::other},
    Known{"http://purl.org/rss/modules/", Space::other},
    Known{"http://purl.org/rss/", Space::core},
    Known{"http://purl.org/net/rss", Space::core},
    Known{"http://my.netscape.com/", Space::core},
    Known{"http://channel.netscape.com/", Space::core},
    Known{"http://backend.userland.com/", Space::core},
    Known{"http://blogs.law.harvard.edu/tech/rss", Space::core},
    Known{"http://cyber.law.harvard.edu/rss", Space::core},
    Known{"http://iptc.org/std/", Space::core},
    Known{"http://www.iptc.org/std/", Space::core},
    Known{"http://purl.org/dc/", Space::dublin_core},
    Known{"http://www.itunes.com/", Space::itunes},
    Known{"http://search.yahoo.com/mrss", Space::media},
    Known{"http://prismstandard.org/", Space::prism},
    Known{"http://www.w3.org/1999/02/22-rdf-syntax-ns", Space::rdf},
    Known{"http://www.w3.org/1999/xhtml", Space::xhtml},
};

constexpr std::array kPrefixes{
    Known{"", Space::core},           Known{"atom", Space::core},      Known{"a10", Space::core},
    Known{"rss", Space::core},        Known{"nar", Space::core},       Known{"nitf", Space::core},
    Known{"content", Space::content}, Known{"dc", Space::dublin_core}, Known{"dcterms", Space::dublin_core},
    Known{"itunes", Space::itunes},   Known{"media", Space::media},    Known{"prism", Space::prism},
    Known{"rdf", Space::rdf},         Known{"xhtml", Space::xhtml},
};

}  // namespace

Space space_of_address(std::string_view address) {
  constexpr std::size_t kLongest = 64;
  const std::string lower = lower_case(address.substr(0, kLongest));
  const auto* const it = std::find_if(kAddresses.begin(), kAddresses.end(), [&](const Known& known) {
    return std::string_view(lower).starts_with(known.text);
  });
  return it == kAddresses.end() ? Space::other : it->space;
}

Space space_of_prefix(std::string_view prefix) {
  const auto* const it = std::find_if(kPrefixes.begin(), kPrefixes.end(),
                                      [&](const Known& known) { return known.text == prefix; });
  return it == kPrefixes.end() ? Space::other : it->space;
}

std::string lower_case(std::string_view name) {
  std::string lower(name);
  for (char& byte : lower) byte = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte;
  return lower;
}

}  // namespace newsline::xml
