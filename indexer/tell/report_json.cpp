// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "common/article/file/walk.h"
#include "indexer/tell/run_record.h"

namespace newsline {
namespace {

using nlohmann::ordered_json;

constexpr int kFormVersion = 1;

std::string_view name_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::usage:
      return "usage";
    case ErrorKind::data:
      return "data";
    case ErrorKind::cannot_write:
      return "cannot_write";
    case ErrorKind::busy:
      return "busy";
    case ErrorKind::refused:
      return "refused";
    case ErrorKind::needs_rebuild:
      break;
  }
  return "needs_rebuild";
}

std::string_view outcome_of(const RunRecord& record) {
  if (record.failure) return "failed";
  return record.stopped_by != 0 ? "stopped" : "done";
}

ordered_json failure_json(const std::optional<Error>& failure) {
  if (!failure) return nullptr;
  return {{"kind", name_of(failure->kind())}, {"message", failure->what()}, {"hint", failure->hint()}};
}

ordered_json files_json(const RunReport& report) {
  return {{"found", report.files_found},
          {"unchanged", report.files_unchanged},
          {"compared", report.files_compared},
          {"read", report.files_read},
          {"vanished", report.files_vanished}};
}

ordered_json articles_json(const RunReport& report) {
  return {{"added", report.articles_added},         {"replaced", report.articles_replaced},
          {"recounted", report.articles_recounted}, {"unchanged", report.articles_unchanged},
          {"removed", report.articles_removed},     {"mended", report.articles_mended},
          {"duplicates", report.duplicates},        {"forgotten", report.articles_forgotten},
          {"carried", report.articles_carried},     {"total", report.articles_total}};
}

ordered_json ids_json(const std::vector<std::string>& ids) {
  const auto listed = static_cast<std::ptrdiff_t>(std::min(ids.size(), RunRecord::kMostListed));
  return std::vector<std::string>(ids.begin(), ids.begin() + listed);
}

ordered_json rejections_json(const RunRecord& record) {
  ordered_json listed = ordered_json::array();
  for (const auto& [rejection, is_new] : record.rejected)
    listed.push_back({{"path", path_as_text(rejection.path)},
                      {"line", rejection.line},
                      {"reason", rejection.reason},
                      {"new", is_new},
                      {"may_pass", rejection.may_pass}});
  return {{"total", record.report.rejections}, {"listed", listed}};
}

std::string iso8601(std::chrono::system_clock::time_point time) {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::chrono::floor<std::chrono::seconds>(time)));
}

}  // namespace

std::string report_json(const RunRecord& record) {
  const ordered_json json = {{"newsline_report", kFormVersion},
                             {"command", record.command},
                             {"dry_run", record.dry_run},
                             {"index", path_as_text(record.index)},
                             {"outcome", outcome_of(record)},
                             {"exit_code", record.exit_code},
                             {"error", failure_json(record.failure)},
                             {"started", iso8601(record.started)},
                             {"seconds", record.seconds},
                             {"run_seconds", record.report.seconds},
                             {"files", files_json(record.report)},
                             {"articles", articles_json(record.report)},
                             {"changes",
                              {{"added", ids_json(record.changes.added)},
                               {"replaced", ids_json(record.changes.replaced)},
                               {"removed", ids_json(record.changes.removed)}}},
                             {"rejections", rejections_json(record)},
                             {"generation", record.generation},
                             {"index_bytes", record.index_bytes}};
  return json.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace newsline
