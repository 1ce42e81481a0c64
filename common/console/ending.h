// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "common/console/terminal.h"
#include "common/error.h"

namespace newsline {

/// Exit codes that are no error's.
inline constexpr int kDone = 0;            ///< of a question: there are hits
inline constexpr int kNoHits = 1;          ///< newsline-query alone
inline constexpr int kWithRejections = 3;  ///< newsline-index alone

/// The exit codes of both programs as a table of lines for `--help`, its heading included.
[[nodiscard]] std::string_view exit_code_table();

/// What a program says before it ends with an error: lines ready to print, safe for a terminal whatever names
/// and paths stand in them, the message on one line, each line of the hint indented.
///
///     newsline-query: there is no index in "/srv/news"
///       make it with: newsline-index update --index "/srv/news" PATH...
[[nodiscard]] std::string error_text(std::string_view program, const Error& error, const Paint& paint);

/// The same for a message with its hint (which may be empty) that never was an Error.
[[nodiscard]] std::string error_text(std::string_view program, std::string_view message,
                                     std::string_view hint, const Paint& paint);

}  // namespace newsline
