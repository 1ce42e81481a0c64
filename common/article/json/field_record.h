// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <string_view>

#include "common/article/json/record.h"

namespace newsline {

/// Makes the article of fields that another format has gathered under names of kJsonNames: what a field may
/// hold, how it is cleaned and what a date is are the same for all formats. Text that is not UTF-8 is mended
/// before.
[[nodiscard]] Reading read_field_record(JsonRecordParser& parser, const nlohmann::json& fields,
                                        std::uint64_t number, const ReadContext& context);

/// The name of kJsonNames that is meant, whatever its case; empty if it is none.
[[nodiscard]] std::string_view known_field_name(std::string_view name);

}  // namespace newsline
