// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "common/text/printable.h"
#include "query/render/lines.h"
#include "query/timeline/timeline_command.h"

namespace newsline {
namespace {

constexpr std::size_t kShareColumns = 7;  ///< `100.0 %`
constexpr std::size_t kWidestBar = 40;
constexpr std::size_t kNarrowestBar = 4;
constexpr std::string_view kGap = "  ";

std::string share(std::uint64_t count, std::uint64_t archive) {
  if (archive == 0) return "-";
  return fmt::format("{:.1f} %", 100 * static_cast<double>(count) / static_cast<double>(archive));
}

/// A bar in eighths of a column; what is not nothing is seen.
std::string bar(std::uint64_t count, std::uint64_t most, std::size_t columns) {
  constexpr std::array<std::string_view, 8> kEighths = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  if (count == 0) return "";
  const double part = static_cast<double>(count) / static_cast<double>(most);
  const auto eighths =
      std::max<std::size_t>(1, static_cast<std::size_t>(part * static_cast<double>(columns) * 8));
  std::string text;
  for (std::size_t i = 0; i < eighths / 8; ++i) text += "█";
  return text.append(kEighths.at(eighths % 8));
}

std::uint64_t most_of(const Timeline& timeline) {
  std::uint64_t most = 1;
  for (const TimelineCounts& counts : timeline.questions) {
    for (const std::uint64_t count : counts.by_period) most = std::max(most, count);
  }
  return most;
}

/// The columns of a timeline: the period, and for each question a count, a share and a bar.
class Table {
 public:
  Table(const TimelineAnswer& answer, Look& look) : answer_(answer), timeline_(answer.timeline), look_(look) {
    for (const TimelineCounts& counts : timeline_.questions) {
      count_columns_ = std::max(count_columns_, with_thousands(counts.total).size());
    }
    if (!look.columns) return;
    const std::size_t questions = timeline_.questions.size();
    const std::size_t taken = kPeriodColumns + questions * (count_columns_ + kShareColumns + 3 * kGap.size());
    if (*look.columns >= taken + questions * kNarrowestBar) {
      bar_columns_ = std::min((*look.columns - taken) / questions, kWidestBar);
    }
  }

  void write() {
    if (answer_.questions.size() > 1) write_questions();
    const std::uint64_t most = most_of(timeline_);
    for (std::size_t i = 0; i < timeline_.periods.size() && !look_.output.is_abandoned(); ++i) {
      write_row(period_name(timeline_.periods[i], timeline_.unit), most,
                [i](const TimelineCounts& counts) { return counts.by_period[i]; });
    }
    if (std::ranges::any_of(timeline_.questions, [](const auto& counts) { return counts.undated != 0; })) {
      write_row("undated", 0, [](const TimelineCounts& counts) { return counts.undated; });
    }
    write_row("total", 0, [](const TimelineCounts& counts) { return counts.total; });
  }

 private:
  static constexpr std::size_t kPeriodColumns = 10;  ///< `2024-03-12`

  void write_questions() {
    for (std::size_t i = 0; i < answer_.questions.size(); ++i) {
      look_.output.write(
          look_.paint.strong(fmt::format("{}: {}", i + 1, printable_line(answer_.questions[i]))) + '\n');
    }
    std::string line(kPeriodColumns, ' ');
    for (std::size_t i = 1; i <= answer_.questions.size(); ++i) {
      line += fmt::format("{}{:>{}}", kGap, i, count_columns_);
      if (i < answer_.questions.size()) line += std::string(columns_behind_count(), ' ');
    }
    look_.output.write(look_.paint.strong(line) + '\n');
  }

  [[nodiscard]] std::size_t columns_behind_count() const {
    return kGap.size() + kShareColumns + (bar_columns_ == 0 ? 0 : kGap.size() + bar_columns_);
  }

  /// With bars, where `most` is not 0.
  template <typename CountOf>
  void write_row(const std::string& name, std::uint64_t most, CountOf count_of) {
    std::string line = fmt::format("{:<{}}", name, kPeriodColumns);
    const std::uint64_t archive = count_of(timeline_.archive);
    std::size_t owed = 0;  // blanks that only stand where something follows
    for (const TimelineCounts& counts : timeline_.questions) {
      const std::uint64_t count = count_of(counts);
      line += std::string(owed, ' ');
      line += fmt::format("{}{:>{}}{}{:>{}}", kGap, with_thousands(count), count_columns_, kGap,
                          share(count, archive), kShareColumns);
      owed = bar_columns_ == 0 ? 0 : kGap.size() + bar_columns_;
      if (bar_columns_ == 0 || most == 0 || count == 0) continue;
      const std::string drawn = bar(count, most, bar_columns_);
      owed = bar_columns_ - display_width(drawn);
      line += std::string(kGap) + look_.paint.accent(drawn);
    }
    look_.output.write(line + '\n');
  }

  const TimelineAnswer& answer_;
  const Timeline& timeline_;
  Look& look_;
  std::size_t count_columns_ = 1;
  std::size_t bar_columns_ = 0;  ///< 0: there are none
};

}  // namespace

void write_timeline_text(const TimelineAnswer& answer, Look& look) {
  Table(answer, look).write();
  look.output.flush();
}

}  // namespace newsline
