// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "common/article/warc/records.h"

namespace newsline::web {

/// Whether a line begins a record of a WARC.
[[nodiscard]] bool begins_warc_record(std::string_view line);

/// Whether a line looks like the first one of a record of an ARC: an address, and so many words behind it.
[[nodiscard]] bool begins_arc_record(std::string_view line, bool is_arc_2);

/// The lines below the first one of a WARC's record. Nothing if the record has no length.
[[nodiscard]] std::optional<RecordHead> warc_record_head(std::string_view lines);

/// The first line of an ARC's record. Nothing if it has no length that can be read.
[[nodiscard]] std::optional<RecordHead> arc_record_head(std::string_view line, bool is_arc_2);

}  // namespace newsline::web
