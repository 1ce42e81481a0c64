// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace newsline {

/// An absolute path as text that JSON can hold: the path itself where it is UTF-8, else `hex:` and its bytes
/// (a file's name may be any bytes).
[[nodiscard]] std::string path_text(const std::string& path);

/// The reverse. Throws Error{data} for what path_text() cannot have made.
[[nodiscard]] std::string path_of_text(std::string_view text);

/// Whether there is anything at a path, be it a symbolic link that leads nowhere.
[[nodiscard]] bool is_there(const std::string& path);

/// Whether `path` is `folder` or lies in it at any depth. Both absolute and normal.
[[nodiscard]] bool lies_under(std::string_view path, std::string_view folder);

}  // namespace newsline
