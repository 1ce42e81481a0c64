// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace newsline {

/// The variables that a program was started with. Only a program's main reads them; everything else is told.
using Environment = std::map<std::string, std::string, std::less<>>;

/// From strings of the form `NAME=value`, ended by a null pointer, as the system hands them over; a null
/// pointer instead of the list is an empty environment. Of a name that stands twice, the first value counts.
[[nodiscard]] Environment environment_of(const char* const* strings);

/// The value of a variable; empty where it is not set (what is set to nothing counts as not set).
[[nodiscard]] std::string_view value_of(const Environment& environment, std::string_view name);

/// The folder of the index that is meant where none is named: $NEWSLINE_INDEX, else
/// $XDG_DATA_HOME/newsline/index, else $HOME/.local/share/newsline/index. A relative XDG_DATA_HOME is
/// ignored, as the XDG Base Directory Specification demands. Throws Error{usage} where none of the three is
/// set.
[[nodiscard]] std::string default_index(const Environment& environment);

}  // namespace newsline
