// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "common/index/update.h"

namespace newsline {

/// The sources of a request as absolute paths, each once, in order.
[[nodiscard]] std::vector<std::string> sources_of(const UpdateRequest& request);

/// The sources that the index in this folder remembers, in order, whatever rules it was made by; none if
/// there is no index.
[[nodiscard]] std::vector<std::string> remembered_sources(const std::string& index);

/// Formats in which sources are read, by their paths; empty: by detection.
using Formats = std::map<std::string, std::string>;

/// Of the sources that the request names, where it says a format.
[[nodiscard]] Formats formats_of(const UpdateRequest& request);

/// Those that the index remembers.
[[nodiscard]] Formats remembered_formats(const std::string& index);

/// Throws Error{usage} if `request.as` is no format, or is said without sources.
void require_format(const UpdateRequest& request);

/// Throws Error{usage} that names the first of `sources` that does not exist: a disk that is not mounted must
/// not empty the archive.
void require_sources(const std::vector<std::string>& sources, const std::vector<std::string>& remembered);

}  // namespace newsline
