// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "common/console/output.h"
#include "common/search/archive.h"

namespace newsline {

/// Writes every article as a line of to_json(), by id in byte order; ends early where nobody reads on.
void export_articles(Archive& archive, Output& output);

/// The same into a file, as write_whole_file() does.
void export_articles(Archive& archive, const std::string& file);

}  // namespace newsline
