// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/report.h"

#include <fmt/format.h>

#include "common/article/file/walk.h"
#include "common/text/printable.h"

namespace newsline {
namespace {

std::string what_happened(const RunReport& report) {
  if (!report.changed()) return fmt::format("nothing changed: {} found", counted(report.files_found, "file"));
  const std::uint64_t changed = report.articles_added + report.articles_replaced + report.articles_removed;
  return fmt::format("{}: {} added, {} replaced, {} removed", counted(changed, "article"),
                     grouped(report.articles_added), grouped(report.articles_replaced),
                     grouped(report.articles_removed));
}

}  // namespace

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, 1, ',');
  }
  return digits;
}

std::string counted(std::uint64_t number, std::string_view noun) {
  return fmt::format("{} {}{}", grouped(number), noun, number == 1 ? "" : "s");
}

std::string summary(const RunReport& report) {
  std::string line = what_happened(report);
  if (report.articles_mended != 0) line += fmt::format("; {} mended", grouped(report.articles_mended));
  if (report.duplicates != 0) line += "; " + counted(report.duplicates, "duplicate");
  if (report.articles_forgotten != 0)
    line += fmt::format("; {} forgotten", grouped(report.articles_forgotten));
  if (report.articles_carried != 0)
    line += fmt::format("; {} carried over", grouped(report.articles_carried));
  if (report.records_skipped != 0) line += fmt::format("; {} skipped", grouped(report.records_skipped));
  return line + fmt::format("; {} rejected; {:.2f} s (index: {})", grouped(report.rejections), report.seconds,
                            counted(report.articles_total, "article"));
}

std::string printable_rejection(const Rejection& rejection) {
  return printable_line(describe({path_as_text(rejection.path), rejection.line, rejection.reason}));
}

}  // namespace newsline
