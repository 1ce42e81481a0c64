// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace newsline {

/// The host of a url, folded, without user, port, a leading `www.` and a final full stop; empty where there
/// is none. What has no `://` is not a url.
[[nodiscard]] std::string host_of(std::string_view url);

}  // namespace newsline
