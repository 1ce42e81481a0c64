// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/paging/mix.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "common/error.h"
#include "common/index/document/values.h"
#include "common/index/glass/value_list.h"
#include "common/index/schema.h"

namespace newsline {
namespace {

/// Calls `each(Ranked&, value)` for the matches that have a value in this slot.
template <typename Each>
void for_each_value(std::vector<Ranked>& matches, const Snapshot& database, Xapian::valueno slot, Each each) {
  ValueList values(slot, database);
  for (Ranked& match : matches)
    if (values.has(match.document)) each(match, values.value());
}

template <typename Value>
Value known(const std::optional<Value>& value) {
  if (value) return *value;
  throw Error(ErrorKind::data, "the index holds a day or a number of reads that is damaged",
              "build it anew with newsline-index rebuild");
}

}  // namespace

void mix_in(std::vector<Ranked>& matches, const RankMix& mix, const Snapshot& database) {
  if (mix.half_life) {
    const auto half_life = static_cast<double>(mix.half_life->count());
    for_each_value(matches, database, schema::slot::kDay, [&](Ranked& match, std::string_view value) {
      const auto age = std::max(mix.today - known(day_of_value(value)), std::chrono::days(0));
      match.weight *= 1 + std::exp2(-static_cast<double>(age.count()) / half_life);
    });
  }
  if (mix.reads) {
    for_each_value(matches, database, schema::slot::kReads, [&](Ranked& match, std::string_view value) {
      match.weight *= 1 + std::log10(1 + static_cast<double>(known(number_of_value(value)))) / 10;
    });
  }
}

}  // namespace newsline
