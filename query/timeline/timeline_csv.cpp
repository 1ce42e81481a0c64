// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "query/render/csv_row.h"
#include "query/timeline/timeline_command.h"

namespace newsline {
namespace {

std::string share(std::uint64_t count, std::uint64_t archive) {
  if (archive == 0) return "";
  return fmt::format("{:.6g}", static_cast<double>(count) / static_cast<double>(archive));
}

}  // namespace

void write_timeline_csv(const TimelineAnswer& answer, Look& look) {
  const Timeline& timeline = answer.timeline;
  std::vector<std::string> header = {"period", "first_day", "archive"};
  for (std::size_t i = 1; i <= timeline.questions.size(); ++i) {
    const std::string number = i == 1 ? "" : fmt::format("_{}", i);
    header.push_back("count" + number);
    header.push_back("share" + number);
  }
  look.output.write(csv_row(header));
  const auto write_row = [&](const std::string& period, const std::string& day, std::uint64_t archive,
                             auto count_of) {
    std::vector<std::string> row = {period, day, std::to_string(archive)};
    for (const TimelineCounts& counts : timeline.questions) {
      row.push_back(std::to_string(count_of(counts)));
      row.push_back(share(count_of(counts), archive));
    }
    look.output.write(csv_row(row));
  };
  for (std::size_t i = 0; i < timeline.periods.size() && !look.output.is_abandoned(); ++i) {
    write_row(period_name(timeline.periods[i], timeline.unit), iso8601(timeline.periods[i]),
              timeline.archive.by_period[i],
              [i](const TimelineCounts& counts) { return counts.by_period[i]; });
  }
  write_row("undated", "", timeline.archive.undated,
            [](const TimelineCounts& counts) { return counts.undated; });
}

}  // namespace newsline
