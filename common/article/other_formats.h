// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace newsline {

/// What kind of document that only looks like a zip or an old container starts so; empty if none.
[[nodiscard]] std::string_view office_document(std::string_view start);

/// Why a file that starts so is no text of news, as a rejection says it: it is empty, of a format that is not
/// read, or binary; empty if it may be one.
[[nodiscard]] std::string reason_against(std::string_view start);

}  // namespace newsline
