// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/ledger/last_run.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <chrono>
#include <nlohmann/json.hpp>

namespace newsline {

std::string to_json(const LastRun& run) {
  const RunReport& report = run.report;
  const auto started = std::chrono::floor<std::chrono::seconds>(report.started);
  const nlohmann::ordered_json json = {
      {"command", run.command},
      {"started", fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(started))},
      {"stopped", run.stopped},
      {"seconds", report.seconds},
      {"files_found", report.files_found},
      {"files_unchanged", report.files_unchanged},
      {"files_compared", report.files_compared},
      {"files_read", report.files_read},
      {"files_vanished", report.files_vanished},
      {"articles_added", report.articles_added},
      {"articles_replaced", report.articles_replaced},
      {"articles_recounted", report.articles_recounted},
      {"articles_unchanged", report.articles_unchanged},
      {"articles_removed", report.articles_removed},
      {"articles_mended", report.articles_mended},
      {"duplicates", report.duplicates},
      {"articles_forgotten", report.articles_forgotten},
      {"articles_carried", report.articles_carried},
      {"rejections", report.rejections},
      {"articles_total", report.articles_total}};
  return json.dump();
}

}  // namespace newsline
