// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

namespace newsline {

/// Everything that an index holds of its documents, by id term: terms with weights and positions, values and
/// data, as text. What it says does not depend on document numbers.
[[nodiscard]] std::map<std::string, std::string> snapshot(const std::string& index);

/// A metadata entry of an index.
[[nodiscard]] std::string metadata(const std::string& index, const std::string& key);

}  // namespace newsline
