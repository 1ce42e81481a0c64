// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "query/names.h"
#include "query/render/harmless_json.h"
#include "query/timeline/timeline_command.h"

/// The forms that OUTPUT.md describes.
namespace newsline {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kSchema = 1;

std::string dumped(const Json& json, int indent) {
  return harmless_json(json.dump(indent, ' ', false, Json::error_handler_t::replace)) + '\n';
}

Json share(std::uint64_t count, std::uint64_t archive) {
  if (archive == 0) return nullptr;
  return static_cast<double>(count) / static_cast<double>(archive);
}

/// A period, or what has no date.
template <typename CountOf>
Json row_json(const Timeline& timeline, const Json& period, const Json& day, CountOf count_of) {
  const std::uint64_t archive = count_of(timeline.archive);
  Json row = {{"period", period},
              {"first_day", day},
              {"archive", archive},
              {"counts", Json::array()},
              {"shares", Json::array()}};
  for (const TimelineCounts& counts : timeline.questions) {
    row["counts"].push_back(count_of(counts));
    row["shares"].push_back(share(count_of(counts), archive));
  }
  return row;
}

Json period_json(const Timeline& timeline, std::size_t i) {
  return row_json(timeline, period_name(timeline.periods[i], timeline.unit), iso8601(timeline.periods[i]),
                  [i](const TimelineCounts& counts) { return counts.by_period[i]; });
}

Json undated_json(const Timeline& timeline) {
  return row_json(timeline, nullptr, nullptr, [](const TimelineCounts& counts) { return counts.undated; });
}

}  // namespace

void write_timeline_json(const TimelineAnswer& answer, Look& look) {
  const Timeline& timeline = answer.timeline;
  Json questions = Json::array();
  for (std::size_t i = 0; i < answer.questions.size(); ++i) {
    questions.push_back({{"query", answer.questions[i]},
                         {"total", timeline.questions[i].total},
                         {"undated", timeline.questions[i].undated}});
  }
  Json periods = Json::array();
  for (std::size_t i = 0; i < timeline.periods.size(); ++i) periods.push_back(period_json(timeline, i));
  const Json json = {{"newsline", kSchema},
                     {"by", name_of(kUnitNames, timeline.unit)},
                     {"archive", {{"total", timeline.archive.total}, {"undated", timeline.archive.undated}}},
                     {"questions", std::move(questions)},
                     {"periods", std::move(periods)}};
  look.output.write(dumped(json, 2));
}

void write_timeline_jsonl(const TimelineAnswer& answer, Look& look) {
  const auto write = [&](const Json& row) {
    Json json = {{"newsline", kSchema}};
    json.update(row);
    look.output.write(dumped(json, -1));
  };
  for (std::size_t i = 0; i < answer.timeline.periods.size() && !look.output.is_abandoned(); ++i) {
    write(period_json(answer.timeline, i));
  }
  write(undated_json(answer.timeline));
}

}  // namespace newsline
