// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <simdjson.h>

#include "common/article/agency/item.h"

namespace newsline::agency {

/// The item in an object of ninjs. Names count whatever their case; what has another form than ninjs gives it
/// counts as not there.
[[nodiscard]] Item item_of_ninjs(simdjson::dom::object object);

}  // namespace newsline::agency
